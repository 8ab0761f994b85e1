import { Type } from '@sinclair/typebox';
import { plain } from './schemaParts';

/** The log's own events. They are no facts. */

export const LEDGER_KINDS = ['public-record', 'demonstration', 'live', 'access'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export const LedgerOpened = plain({
  epoch: Type.Literal(1),
  logOrigin: Type.String({ pattern: '^milepost/[0-9a-f]{32}/[a-z][a-z0-9]*$' }),
  kind: Type.Union(LEDGER_KINDS.map((kind) => Type.Literal(kind))),
  timeZone: Type.Literal('Europe/London'),
});
export const LedgerEpochOpened = plain({
  epoch: Type.Integer({ minimum: 2 }),
  reason: Type.String({ minLength: 1, maxLength: 4000 }),
});
