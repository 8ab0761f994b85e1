export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment decides, read once at start and never changed. */
export interface Config {
  /** `PORT`: where HTTP listens, 0 to 65535 (0: any free port). */
  readonly port: number;
  /** `HOST`: the address HTTP binds to; loopback unless it says otherwise. */
  readonly host: string;
  /** `MILEPOST_DATA_DIR`: absolute path of the folder that holds store, ledgers and views. */
  readonly dataDir: string;
  /** `MILEPOST_READ`: whether reading needs a token. */
  readonly read: 'open' | 'token';
  /** `MILEPOST_ORIGIN`: where people reach this server, `https://milepost.example`; undefined: by the address it listens on. */
  readonly origin: string | undefined;
  /** `EVENTSTORE_URL`: an EventStoreDB or KurrentDB to use instead of the embedded store; undefined: the embedded one. */
  readonly eventStoreUrl: string | undefined;
  /** `MILEPOST_DEMONSTRATION`: whether the demonstration ledger is prepared; off by default with `EVENTSTORE_URL`. */
  readonly demonstration: boolean;
  /** `MILEPOST_LOG`: how much the log says; `info` by default. */
  readonly logLevel: LogLevel;
}
