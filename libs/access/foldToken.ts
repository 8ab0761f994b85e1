import { TOKEN_ROLES } from '@milepost/domain';
import type { TokenRole } from '@milepost/domain';
import type { TokenRecord } from './tokenRecord';

/** What of an event about a token matters, from the store or from the ledger alike. */
export interface TokenEvent {
  readonly stream: string;
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  readonly data: unknown;
  readonly metadata: unknown;
}

/**
 * The token's record after an event of its stream. Nothing read is trusted: an event that is not of our form changes nothing,
 * so a stream into which something else was written gives no rights.
 */
export function foldToken(before: TokenRecord | undefined, event: TokenEvent): TokenRecord | undefined {
  if (event.type === 'TokenRevoked.v1') {
    if (before === undefined || before.revokedAt !== undefined) return before;
    return { ...before, revokedAt: event.recordedAt, revokedBy: actorOf(event) };
  }
  if (event.type !== 'TokenIssued.v1' || before !== undefined) return before;
  const data = membersOf(event.data);
  const role = TOKEN_ROLES.find((known: TokenRole) => known === data.role);
  const trusts = data.trusts === undefined ? undefined : textsOf(data.trusts);
  const scopes = data.scopes === undefined ? undefined : textsOf(data.scopes);
  const expiresAt = data.expiresAt === undefined ? undefined : instantOf(data.expiresAt);
  if (role === undefined || Number.isNaN(expiresAt)) return undefined;
  return {
    id: event.stream.slice(event.stream.indexOf('.token-') + '.token-'.length),
    role,
    trusts,
    scopes,
    expiresAt,
    issuedAt: event.recordedAt,
    issuedBy: actorOf(event),
    revokedAt: undefined,
    revokedBy: undefined,
  };
}

function actorOf({ metadata }: TokenEvent): string {
  return textOf(membersOf(membersOf(metadata).actor).id);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** NaN where the text names no instant. */
function instantOf(value: unknown): number {
  return Date.parse(textOf(value));
}

/** What is no list of texts becomes an empty one: a token for no trust, never one for all. */
function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
