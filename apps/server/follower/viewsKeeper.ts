import { setTimeout as pause } from 'node:timers/promises';
import type { LedgerReader } from '@milepost/ledger';
import { ViewsWriter } from '@milepost/views';

const RETRY_MS = 1_000;
/** Between two transactions at least: the first entry after a pause is applied at once, a burst in few transactions instead of many. */
const REST_MS = 20;

/** Keeps a ledger's views at its head. Owned by the follower's thread; the views' one writer. */
export class ViewsKeeper {
  private readonly writer: ViewsWriter;
  private running: Promise<void> | undefined;
  private isBehind = false;
  private readonly over = new AbortController();

  /** Takes the reader over. Builds the views where there are none or where they are of another version. */
  constructor(
    folder: string,
    private readonly reader: LedgerReader,
    /** Told why the views cannot be written, such as a full disk, and with undefined that they can again. */
    private readonly report: (failure: string | undefined) => void,
  ) {
    this.writer = new ViewsWriter(folder, reader);
  }

  /** The ledger has moved; whatever came meanwhile is taken in the same run. */
  wake(): void {
    this.isBehind = true;
    this.running ??= this.run().finally(() => (this.running = undefined));
  }

  /** Puts a file that was built beside this one in use, after what is being applied now. */
  async adopt(name: string): Promise<void> {
    while (this.running !== undefined) await this.running;
    this.running = this.writer.adopt(name).finally(() => {
      this.running = undefined;
      this.wake();
    });
    await this.running;
  }

  /** Ends after the transaction in hand. */
  async stop(): Promise<void> {
    this.over.abort();
    await this.running;
    this.writer.close();
    this.reader.close();
  }

  private async run(): Promise<void> {
    let hasFailed = false;
    while (this.isBehind && !this.over.signal.aborted) {
      this.isBehind = false;
      try {
        await this.writer.applyUpTo();
        if (hasFailed) this.report(undefined);
        hasFailed = false;
        await this.rest(REST_MS);
      } catch (error) {
        hasFailed = true;
        this.isBehind = true;
        this.report(error instanceof Error ? error.message : String(error));
        await this.rest(RETRY_MS);
      }
    }
  }

  private async rest(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.over.signal }).catch(() => undefined);
  }
}
