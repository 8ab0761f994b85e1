import type { AddressInfo, Server, Socket } from 'node:net';
import { StoreRefused } from '../storeRefused';

const LOOPBACK = ['127.0.0.1', '::1'];

/** Takes connections from this machine and keeps them, so that they can be cut. */
export class LoopbackListener {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** Throws StoreRefused where the port cannot be had. Port 0 takes a free one. */
  static async listen(server: Server, host: string, port: number): Promise<LoopbackListener> {
    if (!LOOPBACK.includes(host)) {
      throw new StoreRefused(
        `The embedded store listens on this machine only (${LOOPBACK.join(' or ')}), not on ${host}.`,
      );
    }
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => reject(refusalOf(host, port, error)));
      server.listen({ host, port }, resolve);
    });
    const listener = new LoopbackListener(server, (server.address() as AddressInfo).port);
    server.on('connection', (socket: Socket) => listener.keep(socket));
    return listener;
  }

  /** Takes no more connections; those that are there stay. */
  close(): void {
    this.server.close();
  }

  cutAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
  }
}

function refusalOf(host: string, port: number, error: NodeJS.ErrnoException): StoreRefused {
  if (error.code === 'EADDRINUSE') {
    return new StoreRefused(
      `The port ${port} on ${host} is taken: stop the program that has it, or choose another port.`,
      { cause: error },
    );
  }
  return new StoreRefused(
    `The port ${port} on ${host} cannot be had (${error.code ?? error.message}): choose another port.`,
    { cause: error },
  );
}
