import type { Type } from '@nestjs/common';
import type { Command } from '@nestjs/cqrs';
import type { Action } from '@milepost/access';
import type { Recorded } from '../recording/recorder';
import type { RequestFacts } from '../recording/requestFacts';

/** One way to record, whoever brings it: a route of the interface, or a form. */
export interface Write<Body extends object> {
  /** What the role must permit. */
  readonly action: Action;
  /** What checks the body. */
  readonly body: Type<Body>;
  /** @param target code of the trust, or id of the fact */
  readonly command: (target: string, body: Body, request: RequestFacts) => Command<Recorded>;
}

export function write<Body extends object>(
  action: Action,
  body: Type<Body>,
  command: Write<Body>['command'],
): Write<Body> {
  return { action, body, command };
}
