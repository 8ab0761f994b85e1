import { Inject, Injectable, SetMetadata } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { Doorkeeper } from './doorkeeper';
import type { Action } from './permissions';
import type { Principal } from './principal';

const MARK = 'milepost:action';

/** A request that passed the guard. */
export interface AdmittedRequest extends IncomingMessage {
  /** Who it is from; undefined for a reader without a token. */
  principal?: Principal | undefined;
}

/** Marks a route with what it does; `open` needs no token ever. A route without a mark reads. */
export const Allows = (action: Action | 'open') => SetMetadata(MARK, action);

/** What a handler or its class was marked with. */
export function actionOf(...marked: readonly object[]): Action | 'open' | undefined {
  for (const target of marked) {
    const action = Reflect.getMetadata(MARK, target) as Action | 'open' | undefined;
    if (action !== undefined) return action;
  }
  return undefined;
}

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(@Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const action = actionOf(context.getHandler(), context.getClass()) ?? 'read';
    if (action === 'open') return true;
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    request.principal = await this.doorkeeper.admit(request.headers, action);
    return true;
  }
}
