import pino from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type { Logger } from 'pino';

/** Where a secret could stand in what is logged. */
const SECRETS = ['authorization', 'cookie', 'password', 'token', 'secret', 'connectionString', 'eventStoreUrl'];

export interface LoggerOptions {
  /** Part of the program, in every line: `server`, `event-store`, `ledger`. */
  readonly name: string;
  /** `trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`; `info` by default. */
  readonly level?: string;
  /** Where lines go; standard output by default. */
  readonly destination?: DestinationStream;
}

/** A logger of JSON lines with ISO times, its secrets struck out one and two levels deep. */
export function createLogger({ name, level = 'info', destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { name },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: SECRETS.flatMap((secret) => [secret, `*.${secret}`, `*.*.${secret}`]),
      censor: '[struck out]',
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
