import type { Type } from '@nestjs/common';

/** Key under which `@nestjs/cqrs` keeps the class that a handler was decorated with. */
const HANDLES = { command: '__commandHandler__', query: '__queryHandler__' } as const;

/**
 * The bus takes the last of two handlers and says nothing, and misses one only when it is asked; so both are found here, before the start.
 * @throws Error that names every message without a handler, or with several
 */
export function checkHandlers(
  kind: keyof typeof HANDLES,
  messages: readonly Type<object>[],
  handlers: readonly Type<object>[],
): void {
  const handled = handlers.map((handler) => Reflect.getMetadata(HANDLES[kind], handler) as Type<object> | undefined);
  const wrong = messages.flatMap((message) => {
    const count = handled.filter((found) => found === message).length;
    return count === 1 ? [] : [`${message.name} has ${count === 0 ? 'no handler' : `${count} handlers`}`];
  });
  const strays = handlers.flatMap((handler, n) => {
    const message = handled[n];
    return message !== undefined && messages.includes(message) ? [] : [`${handler.name} handles no ${kind} of ours`];
  });
  if (wrong.length + strays.length > 0) throw new Error(`Wrong ${kind} handlers: ${[...wrong, ...strays].join('; ')}.`);
}
