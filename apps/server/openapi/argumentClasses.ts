import type { Route } from '../http/routeCatalogue';

type Class = new () => object;

/** Nest's numbers for the kinds of argument, as it keeps them with a handler. */
const KINDS: Readonly<Record<string, 'body' | 'query' | 'path'>> = { 3: 'body', 4: 'query', 5: 'path' };

/** The classes that a handler's arguments are validated by. */
export function argumentClasses({ controller, handlerName }: Pick<Route, 'controller' | 'handlerName'>): {
  readonly body?: Class;
  readonly query?: Class;
  readonly path?: Class;
} {
  const args = (Reflect.getMetadata('__routeArguments__', controller, handlerName) ?? {}) as Record<
    string,
    { readonly index: number }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, handlerName) ??
    []) as Class[];
  const found = Object.entries(args).flatMap(([key, { index }]) => {
    const kind = KINDS[key.split(':')[0] ?? ''];
    return kind === undefined ? [] : [[kind, types[index]] as const];
  });
  return Object.fromEntries(found);
}
