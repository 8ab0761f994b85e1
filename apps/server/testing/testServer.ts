import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { createLogger, readConfig } from '@milepost/platform';
import type { Clock, Config } from '@milepost/platform';
import { bodyOf } from './bodyOf';
import { Server } from '../start/server';
import type { LedgerMount } from '../start/ledgerMount';

export const LIVE: LedgerMount = { ledger: 'milepost', kind: 'live', basePath: '' };

export interface TestServerOptions {
  readonly mounts?: readonly LedgerMount[];
  readonly read?: Config['read'];
  readonly clock?: Clock;
  readonly origin?: string;
  readonly eventStoreUrl?: string;
  /** A folder of its own by default, removed at the end. */
  readonly dataDir?: string;
}

/** A whole server in this process, over a store of its own, on a free port. */
export interface TestServer {
  readonly server: Server;
  readonly http: ReturnType<typeof supertest>;
  readonly url: string;
  readonly dataDir: string;
  /** What it said on the terminal. */
  readonly said: readonly string[];
  /** The first administrator's token of each ledger, by its name. */
  administrator(ledger?: string): string;
  /** Issues a token. */
  token(role: string, trusts?: readonly string[], basePath?: string): Promise<string>;
  /** Registers trusts from an ODS file, open since 2010, and waits until they are seen. */
  register(codes: readonly string[], basePath?: string): Promise<void>;
  stop(): Promise<void>;
}

export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'milepost-'));
  const said: string[] = [];
  const { server, port } = await Server.start({
    config: {
      ...readConfig({ MILEPOST_DATA_DIR: dataDir, PORT: '0' }),
      read: options.read ?? 'open',
      eventStoreUrl: options.eventStoreUrl,
      origin: options.origin,
    },
    logger: createLogger({ name: 'test', level: 'silent' }),
    say: (line) => said.push(line),
    mounts: options.mounts ?? [LIVE],
    inOneThread: true,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  });
  await Promise.race([server.ready, server.failed.then((error) => Promise.reject(error))]);
  const url = `http://127.0.0.1:${port}`;
  const http = supertest(url);
  const administrator = (ledger = 'milepost'): string => {
    const line = said.find((text) => text.startsWith(`Administrator's token for ${ledger},`)) ?? '';
    return /mp_\S+/.exec(line)?.[0] ?? '';
  };
  const token = async (role: string, trusts?: readonly string[], basePath = ''): Promise<string> => {
    const ledger = (options.mounts ?? [LIVE]).find((mount) => mount.basePath === basePath)?.ledger;
    const issued = await http
      .post(`${basePath}/api/v1/tokens`)
      .auth(administrator(ledger), { type: 'bearer' })
      .send({ role, ...(trusts === undefined ? {} : { trusts }) })
      .expect(201);
    return bodyOf<{ token: string }>(issued).token;
  };
  return {
    server,
    http,
    url,
    dataDir,
    said,
    administrator,
    token,
    register: async (codes, basePath = '') => {
      const imported = await http
        .post(`${basePath}/api/v1/imports?kind=ods&file=etr.csv&asAt=2024-01-01`)
        .auth(await token('programme', undefined, basePath), { type: 'bearer' })
        .type('text/csv')
        .send(codes.map(odsRow).join(''))
        .expect(200);
      const { token: written } = bodyOf<{ token: string | null }>(imported);
      await http
        .get(`${basePath}/api/v1/trusts`)
        .set(written === null ? {} : { 'Milepost-After': written })
        .expect(200);
    },
    stop: async () => {
      await server.stop();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A row as ODS publishes them: 27 quoted columns, no header. */
export function odsRow(code: string): string {
  const columns = Array<string>(27).fill('');
  columns[0] = code;
  columns[1] = `TRUST ${code} NHS FOUNDATION TRUST`;
  columns[2] = 'Y60';
  columns[3] = 'QHM';
  columns[10] = '20100401';
  return `${columns.map((column) => `"${column}"`).join(',')}\r\n`;
}
