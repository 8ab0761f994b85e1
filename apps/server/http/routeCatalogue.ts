import { Inject, Injectable, RequestMethod } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';

/** A route as its controller declares it. */
export interface Route {
  /** Upper case. */
  readonly method: string;
  /** `/api/v1/trusts/:ods`, below the base path. */
  readonly path: string;
  readonly controller: Type<object>;
  readonly handlerName: string;
  readonly handler: object;
}

/** Every route of this application, for the OpenAPI document, for 405, and for what is checked at the start. */
@Injectable()
export class RouteCatalogue {
  private found: readonly Route[] | undefined;

  constructor(@Inject(DiscoveryService) private readonly discovery: DiscoveryService) {}

  get routes(): readonly Route[] {
    this.found ??= this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(metatype as Type<object>) : []));
    return this.found;
  }
}

/** The methods that an address takes; empty where it is none of ours. */
export function allowedMethods(catalogue: Pick<RouteCatalogue, 'routes'>, path: string): readonly string[] {
  const segments = path.split('/');
  const methods = catalogue.routes.filter((route) => fits(route.path.split('/'), segments)).map(({ method }) => method);
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, n) => (part.startsWith(':') ? segments[n] !== '' : part === segments[n]))
  );
}

function routesOf(controller: Type<object>): Route[] {
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((handlerName) => {
    const handler = prototype[handlerName];
    if (typeof handler !== 'function') return [];
    const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    return pathsOf(controller, handler).map((path) => ({
      method: RequestMethod[method],
      path,
      controller,
      handlerName,
      handler,
    }));
  });
}

function pathsOf(controller: object, handler: object): string[] {
  const parts = (target: object): string[] => [Reflect.getMetadata('path', target) as string | string[]].flat();
  return parts(controller).flatMap((base) => parts(handler).map((own) => joined(base, own)));
}

function joined(base: string, own: string): string {
  const path = [base, own].flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${path.join('/')}`;
}
