import { createConnection, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A way to a port of this machine that can fall silent, as a stopped process or a cut line does: connections stand, nothing passes. */
export class PausableProxy {
  private readonly sockets = new Set<Socket>();
  private isPaused = false;
  private readonly server = createServer({ pauseOnConnect: true }, (near) => this.join(near));

  private constructor(private readonly target: number) {}

  static async to(target: number): Promise<PausableProxy> {
    const proxy = new PausableProxy(target);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  pause(): void {
    this.isPaused = true;
    for (const socket of this.sockets) socket.pause();
  }

  resume(): void {
    this.isPaused = false;
    for (const socket of this.sockets) socket.resume();
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private join(near: Socket): void {
    const far = createConnection({ port: this.target, host: '127.0.0.1' });
    this.pass(near, far);
    this.pass(far, near);
  }

  private pass(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.on('data', (bytes) => to.write(bytes));
    from.on('error', () => undefined);
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
    if (this.isPaused) from.pause();
    else from.resume();
  }
}
