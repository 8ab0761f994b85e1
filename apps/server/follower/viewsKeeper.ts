import type { LedgerReader } from '@milepost/ledger';
import { ViewsWriter } from '@milepost/views';

/** Keeps a ledger's views at its head. Owned by the follower's thread; the views' one writer. */
export class ViewsKeeper {
  private readonly writer: ViewsWriter;
  private running: Promise<void> | undefined;
  private isBehind = false;
  private isOver = false;

  /** Takes the reader over. Builds the views where there are none or where they are of another version. */
  constructor(
    folder: string,
    private readonly reader: LedgerReader,
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
    this.isOver = true;
    await this.running;
    this.writer.close();
    this.reader.close();
  }

  private async run(): Promise<void> {
    while (this.isBehind && !this.isOver) {
      this.isBehind = false;
      await this.writer.applyUpTo();
    }
  }
}
