import { existsSync } from 'node:fs';
import type { MessagePort } from 'node:worker_threads';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { Handover } from './handover';

/** So long is waited for a parcel before it is given up, in milliseconds: whoever waits can do the work itself. */
const PATIENCE_MS = 10_000;

/** Where a thread hands over what it makes. */
export interface HandoverTask {
  readonly port: MessagePort;
  readonly shared: SharedArrayBuffer;
}

/**
 * A thread that makes parcels for this one, which takes them in order and without returning to its event loop. It is a
 * help, never a need: nothing of what goes wrong in it is told but that it gives nothing more.
 */
export class HelperThread<Parcel> {
  private readonly handover = new Handover();
  private readonly channel = new MessageChannel();
  private gives = true;
  /** Settles once the thread is gone, whether it came to its end or failed. */
  readonly ended: Promise<void>;

  /** @param script built JavaScript that calls `giveAll` with its `workerData`, which is this task and where to give */
  constructor(
    script: string,
    task: object,
    private readonly patience = PATIENCE_MS,
  ) {
    const { port1: port } = this.channel;
    const { shared } = this.handover;
    const worker = new Worker(script, { workerData: { ...task, port, shared }, transferList: [port] });
    worker.on('error', () => undefined);
    this.ended = new Promise((resolve) => worker.once('exit', () => resolve()));
    worker.unref();
  }

  /** Whether there is a script to run: none where the TypeScript is run as it is, as in tests. */
  static canRun(script: string): boolean {
    return existsSync(script);
  }

  /** The next parcel, waiting for it; undefined where no more will come. */
  next(): Parcel | undefined {
    this.gives = this.gives && this.handover.mayTake(this.patience);
    return this.gives ? this.take() : undefined;
  }

  /** The next parcel if there is one already. */
  ready(): Parcel | undefined {
    return this.gives && this.handover.mayTake(0) ? this.take() : undefined;
  }

  /** Lets the thread end. */
  end(): void {
    this.handover.endTaking();
    this.channel.port2.close();
  }

  private take(): Parcel {
    const { message } = receiveMessageOnPort(this.channel.port2) as { message: Parcel };
    this.handover.took();
    return message;
  }
}
