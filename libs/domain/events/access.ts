import { Type } from '@sinclair/typebox';
import { OdsCode, plain } from './schemaParts';

/** Who may do what, in the access ledger. The id of a token is in its stream's name; its secret is nowhere, its hash in a working stream. */

/** The ledger of who holds a token of a ledger: mounted nowhere and not public. */
export function accessLedger(ledger: string): string {
  return `${ledger}access`;
}

export const TOKEN_ROLES = [
  'administrator',
  'programme',
  'reporter',
  'assessor',
  'auditor',
  'reader',
  'subscriber',
] as const;
export type TokenRole = (typeof TOKEN_ROLES)[number];

export const TokenIssued = plain({
  role: Type.Union(TOKEN_ROLES.map((role) => Type.Literal(role))),
  /** The trusts that a reporter or assessor writes for; absent: all. */
  trusts: Type.Optional(Type.Array(OdsCode, { minItems: 1, uniqueItems: true })),
  scopes: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z]+:[a-z]+$' }), { minItems: 1, uniqueItems: true })),
  /** RFC 3339 instant in UTC; absent: until revoked. */
  expiresAt: Type.Optional(Type.String({ format: 'date-time' })),
});
export const TokenRevoked = plain({});
/** In a working stream: lower-case hex SHA-256 of the token's secret. */
export const TokenHashKept = plain({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) });
/** In a working stream: says nothing but when it was appended, by the server's clock and by the store's. */
export const ClocksCompared = plain({});
const Rows = Type.Integer({ minimum: 0 });
/** In a working stream: a data set that went in to its end, by the hash of what its files say, and what became of their rows. */
export const ImportCompleted = plain({
  dataSet: Type.String(),
  content: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  /** Streams, without the ledger's name, that the data set speaks of: where a row that is gone from its files can be found. */
  subjects: Type.Optional(Type.Array(Type.String())),
  files: Type.Optional(
    Type.Array(
      plain({
        file: Type.String(),
        rows: Rows,
        recorded: Rows,
        corrected: Rows,
        skipped: Rows,
        nothingToRecord: Rows,
        refused: Rows,
      }),
    ),
  ),
  /** The first of the refused rows. */
  refusals: Type.Optional(
    Type.Array(plain({ file: Type.String(), line: Rows, column: Type.Optional(Type.String()), reason: Type.String() })),
  ),
});
