/**
 * Names one event before it has a sequence: what a write is answered with, and what a read may ask to see.
 * Opaque outside: base64url of a JSON list.
 */
export interface WrittenPosition {
  readonly stream: string;
  readonly revision: number;
}

const VERSION = 'p1';

/** The token of an event that was appended to a stream of this ledger. */
export function positionToken(ledger: string, { stream, revision }: WrittenPosition): string {
  return Buffer.from(JSON.stringify([VERSION, ledger, stream, String(revision)])).toString('base64url');
}

/** A token that names no event of this ledger (400 at the edge). */
export class InvalidPositionToken extends Error {
  override readonly name = 'InvalidPositionToken';
}

/** The longest that can be right: a stream name has at most 200 bytes. */
const LONGEST = 500;

/**
 * @throws InvalidPositionToken where it was not made by {@link positionToken}, or for another ledger
 */
export function parsePositionToken(ledger: string, token: string): WrittenPosition {
  const [version, named, stream, revision, ...rest] = partsOf(token);
  if (version !== VERSION || stream === undefined || rest.length > 0 || !/^(0|[1-9]\d{0,14})$/.test(revision ?? '')) {
    throw new InvalidPositionToken('This is no position token; send it exactly as a write was answered with.');
  }
  if (named !== ledger || !stream.startsWith(`${ledger}.`)) {
    throw new InvalidPositionToken(`This position token was given by another ledger than "${ledger}".`);
  }
  return { stream, revision: Number(revision) };
}

function partsOf(token: string): readonly (string | undefined)[] {
  if (token.length > LONGEST || !/^[A-Za-z0-9_-]+$/.test(token)) return [];
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : [];
  } catch {
    return [];
  }
}
