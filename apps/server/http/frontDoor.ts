import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { STARTING_PAGE } from './startingPage';
import { StartRefused } from '../start/startRefused';

/** How long a request waits for its application to be mounted: longer than that takes on a slow machine. */
const MOUNT_MS = 10_000;
/** How long answers that are on their way may take once the server is told to end. */
const PATIENCE_MS = 3_000;

export interface Mount {
  /** `` for the root, else `/demonstration`. */
  readonly basePath: string;
  readonly handle: RequestListener;
}

/**
 * The one HTTP server: it listens from the first moment and hands requests to the application mounted at their path, so that each ledger
 * is an application of its own that sees paths below its base path only. Requests that come before the mounts
 * wait for them; people are shown that it starts.
 */
export class FrontDoor {
  private readonly server: Server;
  private mounts: readonly Mount[] | undefined;
  private announce: () => void = () => undefined;
  private readonly mounted = new Promise<void>((resolve) => (this.announce = resolve));

  constructor() {
    this.server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 }, (request, response) => {
      void this.receive(request, response);
    });
    this.server.on('clientError', refuseBroken);
  }

  /** @throws StartRefused where the port is taken or may not be used */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, port, host)));
      this.server.listen(port, host, resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  /** Opens for requests; a longer base path goes before a shorter one. */
  mount(mounts: readonly Mount[]): void {
    this.mounts = [...mounts].sort((a, b) => b.basePath.length - a.basePath.length);
    this.announce();
  }

  /** Takes no more requests, lets answers on their way finish within bounds, then cuts off what is left. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    const cut = setTimeout(() => this.server.closeAllConnections(), PATIENCE_MS);
    await closed;
    clearTimeout(cut);
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.mounts === undefined && wantsPage(request)) return showStarting(response);
    if (this.mounts === undefined) await this.untilMounted();
    // A proxy may be asked with the whole address (RFC 9112, 3.2.2).
    const url = (request.url ?? '/').replace(/^https?:\/\/[^/?]*/i, '');
    const mount = this.mounts?.find(({ basePath }) => isBelow(url, basePath));
    if (mount === undefined) return notHere(response, this.mounts === undefined);
    request.url = url.slice(mount.basePath.length);
    if (!request.url.startsWith('/')) request.url = `/${request.url}`;
    mount.handle(request, response);
  }

  private async untilMounted(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, MOUNT_MS)));
    await Promise.race([this.mounted, late]);
    clearTimeout(timer);
  }
}

function isBelow(url: string, basePath: string): boolean {
  if (!url.startsWith(basePath)) return false;
  const next = url.charAt(basePath.length);
  return next === '' || next === '/' || next === '?';
}

function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && /\btext\/html\b/.test(headers.accept ?? '');
}

/** People see at once that it starts; programs wait for the answer. */
function showStarting(response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
  });
  response.end(STARTING_PAGE);
}

function notHere(response: ServerResponse, isStarting: boolean): void {
  const problem = isStarting
    ? { type: '/problems/starting', title: 'Still starting', status: 503, detail: 'Ask again in a moment.' }
    : { type: '/problems/not-found', title: 'Nothing is here', status: 404, detail: 'No ledger is at this address.' };
  response.writeHead(problem.status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...(isStarting ? { 'Retry-After': '1' } : {}),
  });
  response.end(JSON.stringify(problem));
}

const BROKEN: Readonly<Record<string, readonly [status: number, title: string, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [
    431,
    'Request Header Fields Too Large',
    'Address and headers may have 16 KB together. Shorten the address, or send fewer cookies.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'The request did not come whole in time. Send it again.'],
};

/** What is no HTTP is answered once, shortly, and cut off. */
function refuseBroken(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const [status, title, detail] = BROKEN[error.code ?? ''] ?? [400, 'Bad Request', 'This is no HTTP/1.1 request.'];
  const body = JSON.stringify({ type: '/problems/broken-http', title, status, detail });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function refusal(error: NodeJS.ErrnoException, port: number, host: string): StartRefused {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartRefused(
        `Port ${port} on ${host} is taken. Stop what listens there, or set PORT to another port.`,
        error,
      );
    case 'EACCES':
      return new StartRefused(`Port ${port} may not be used by this user. Set PORT to one above 1023.`, error);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartRefused(`HOST ${host} is no address of this machine. Set HOST to one that is.`, error);
    default:
      return new StartRefused(`HTTP cannot listen on ${host}:${port} (${error.message}).`, error);
  }
}
