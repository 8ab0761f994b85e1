import type { Fault } from './faults/fault';

export interface EmbeddedStoreOptions {
  /** The store's file; made where there is none. Its folder exists. */
  readonly file: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** `127.0.0.1` (the default) or `::1`: the store serves this machine only. */
  readonly host?: string;
  /** What it is to do wrong, for tests. Refused where NODE_ENV is production. */
  readonly faults?: readonly Fault[];
}

export interface RunningStore {
  readonly port: number;
  /** For `EventStoreDBClient.connectionString`. */
  readonly connectionString: string;
  /** Ends subscriptions, finishes the appends that were begun, and closes the file; settles within five seconds. */
  stop(): Promise<void>;
  /** Settles when the store is there no longer: with nothing after {@link stop}, else with what happened to it. */
  readonly ended: Promise<Error | undefined>;
}
