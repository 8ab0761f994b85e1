import { SetMetadata } from '@nestjs/common';
import type { TSchema } from '@sinclair/typebox';

const MARK = 'milepost:operation';

/** What the OpenAPI document says of a route beyond what its declaration shows. */
export interface OperationParts {
  /** What it does, in a few words without a full stop. */
  readonly summary: string;
  /** JSON Schema of the answer's body by status; null: no body. */
  readonly answers: Readonly<Record<number, TSchema | null>>;
  /** Slugs of the problems that this route gives beyond those that any route can give. */
  readonly problems?: readonly string[];
  /** Also as CSV and JSON Lines. */
  readonly table?: true;
  /** Content type of the answer, where it is not JSON. */
  readonly as?: string;
  /** Whether it records something, and so takes Idempotency-Key and answers with Milepost-After. */
  readonly records?: true;
  /** Content types of the body other than JSON. */
  readonly takes?: readonly string[];
}

/** Describes a route for the OpenAPI document, which is held against real answers in the tests. */
export const Operation = (parts: OperationParts) => SetMetadata(MARK, parts);

export function operationOf(handler: object): OperationParts | undefined {
  return Reflect.getMetadata(MARK, handler) as OperationParts | undefined;
}
