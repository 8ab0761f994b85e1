import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A token's two parts. The id is no secret: it is the actor's id in events. */
export interface TokenParts {
  /** 20 lower-case hex digits. */
  readonly id: string;
  /** 32 random bytes, base64url. */
  readonly secret: string;
}

const FORM = /^mp_([0-9a-f]{20})_([A-Za-z0-9_-]{43})$/;

export function newToken(): TokenParts {
  return { id: randomBytes(10).toString('hex'), secret: randomBytes(32).toString('base64url') };
}

/** `mp_{id}_{secret}`, as it is shown once to whom it is issued. */
export function writeToken({ id, secret }: TokenParts): string {
  return `mp_${id}_${secret}`;
}

/** Undefined where the text is no token of ours. */
export function readToken(text: string): TokenParts | undefined {
  const [, id, secret] = FORM.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** Lower-case hex SHA-256. A plain hash is enough: the secret has 256 random bits, so there is nothing to guess. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares in constant time, so that an answer's delay says nothing about the hash. */
export function secretMatches(secret: string, sha256: string): boolean {
  const given = Buffer.from(hashSecret(secret), 'hex');
  const kept = Buffer.from(sha256, 'hex');
  return given.length === kept.length && timingSafeEqual(given, kept);
}
