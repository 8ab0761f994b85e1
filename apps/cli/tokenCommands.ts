import { DateTime } from 'luxon';
import { CliFailure, EXIT } from './cliFailure';
import type { MilepostServer } from './milepostServer';
import type { Terminal } from './terminal';

export interface IssueFlags {
  readonly role: string;
  readonly trust?: readonly string[];
  readonly scope?: readonly string[];
  readonly expires?: string;
  readonly json?: boolean;
}

interface Issued {
  readonly id: string;
  readonly token: string;
}

export type LinkFlags = Omit<IssueFlags, 'scope'>;

interface Linked {
  readonly id: string;
  readonly link: string;
  readonly expiresAt: string;
}

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly role: string;
    readonly trusts: readonly string[] | null;
    readonly scopes: readonly string[] | null;
    readonly issuedAt: string;
    readonly expiresAt: string | null;
    readonly revokedAt: string | null;
  }[];
  readonly next: string | null;
}

/** Issues a token. It alone goes to standard output, so that a shell can take it. */
export async function issueToken(server: MilepostServer, terminal: Terminal, flags: IssueFlags): Promise<void> {
  const { role, trust, scope, expires } = flags;
  const json = {
    role,
    trusts: trust,
    scopes: scope,
    expiresAt: expires === undefined ? undefined : instantOf(expires),
  };
  const issued = await server.json<Issued>({ method: 'POST', path: '/api/v1/tokens', json });
  if (flags.json === true) return terminal.result(JSON.stringify(issued, undefined, 2));
  terminal.tell(`Token ${issued.id} of role ${role}, shown this once:`);
  terminal.result(issued.token);
}

/** Issues a sign-in link. It alone goes to standard output, so that a shell can take it. */
export async function issueLink(server: MilepostServer, terminal: Terminal, flags: LinkFlags): Promise<void> {
  const { role, trust, expires } = flags;
  const json = { role, trusts: trust, expiresAt: expires === undefined ? undefined : instantOf(expires) };
  const issued = await server.json<Linked>({ method: 'POST', path: '/api/v1/tokens/links', json });
  if (flags.json === true) return terminal.result(JSON.stringify(issued, undefined, 2));
  terminal.tell(`Link ${issued.id} of role ${role}, shown this once; it works once, until ${issued.expiresAt}:`);
  terminal.result(issued.link);
}

export async function revokeToken(server: MilepostServer, terminal: Terminal, id: string): Promise<void> {
  await server.send({ method: 'DELETE', path: `/api/v1/tokens/${encodeURIComponent(id)}` });
  terminal.tell(`Token ${id} is revoked; it opens nothing any more within a minute.`);
}

export async function listTokens(server: MilepostServer, terminal: Terminal, json: boolean): Promise<void> {
  const items: Listed['items'][number][] = [];
  for (let next: string | null = '/api/v1/tokens?limit=500'; next !== null;) {
    const [path = '', query] = next.split('?');
    const page: Listed = await server.json({
      method: 'GET',
      path,
      query: Object.fromEntries(new URLSearchParams(query)),
    });
    items.push(...page.items);
    next = page.next;
  }
  if (json) return terminal.result(JSON.stringify(items, undefined, 2));
  for (const { id, role, trusts, scopes, issuedAt, expiresAt, revokedAt } of items) {
    const state = revokedAt === null ? (expiresAt === null ? 'good' : `until ${expiresAt}`) : `revoked ${revokedAt}`;
    terminal.result(
      `${id}  ${role.padEnd(13)}  ${issuedAt}  ${state}  ${trusts?.join(',') ?? 'all trusts'}${kindOf(scopes)}`,
    );
  }
}

/** Behind what is no token for the interface. */
function kindOf(scopes: readonly string[] | null): string {
  if (scopes?.includes('sign:in') === true) return '  sign-in link';
  return scopes?.includes('pages:use') === true ? '  session' : '';
}

/** A day lasts until its end in London. */
function instantOf(text: string): string {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? DateTime.fromISO(text, { zone: 'Europe/London' }) : undefined;
  const instant = day === undefined ? DateTime.fromISO(text, { setZone: true }) : day.plus({ days: 1 }).startOf('day');
  if (instant.isValid) return instant.toUTC().toISO();
  throw new CliFailure(`--expires is "${text}"; write a day that exists, or an instant with its offset.`, EXIT.usage);
}
