import type { IncomingHttpHeaders } from 'node:http';
import type { TokenRole } from '@milepost/domain';
import { Problem } from '@milepost/platform';
import { Desk } from '../desk';
import type { FileOutcome, FormCommand, Sent, SentFile, Session } from '../desk';

/** The cookie that the scripted desk knows: `person=reporter:ZZ1` is signed in as reporter for ZZ1, `person=programme` for all. */
const COOKIE = /\bperson=([a-z]+)(?::([A-Z0-9,]+))?/;

/** A desk for tests of pages: whoever says who they are is signed in, codes are `good` or refused, and what is sent is kept. */
export class ScriptedDesk extends Desk {
  readonly origin = undefined;
  readonly sent: { readonly command: FormCommand; readonly key: string }[] = [];
  readonly checked: FormCommand[] = [];
  /** Thrown by the next check or send, where it is set. */
  refusal: Problem | undefined;

  session({ cookie = '' }: IncomingHttpHeaders): Promise<Session | undefined> {
    const [, role, trusts] = COOKIE.exec(cookie) ?? [];
    return Promise.resolve(role === undefined ? undefined : session(role as TokenRole, trusts?.split(',')));
  }

  /** What a file comes to, and every file that came. */
  outcome: FileOutcome = OUTCOME;
  readonly files: { readonly file: SentFile; readonly dryRun: boolean }[] = [];

  importFile(file: SentFile, _session: Session, dryRun: boolean): Promise<FileOutcome> {
    if (this.refusal) return Promise.reject(this.refusal);
    this.files.push({ file, dryRun });
    return Promise.resolve(this.outcome);
  }

  look(code: string): Promise<Pick<Session, 'role' | 'trusts'>> {
    if (code === 'good') return Promise.resolve(session('reporter', ['ZZ1']));
    const detail = 'This link was used already. Ask for another.';
    const title = 'This link cannot be used';
    return Promise.reject(new Problem({ slug: 'sign-in-refused', title, status: 400, detail }));
  }

  async signIn(code: string): Promise<{ readonly cookie: string; readonly session: Session }> {
    await this.look(code);
    return { cookie: 'person=reporter:ZZ1; Path=/; HttpOnly; SameSite=Lax', session: session('reporter', ['ZZ1']) };
  }

  signOut(): Promise<string> {
    return Promise.resolve('person=; Path=/; Max-Age=0');
  }

  check(command: FormCommand): Promise<void> {
    this.checked.push(command);
    return this.refusal ? Promise.reject(this.refusal) : Promise.resolve();
  }

  send(command: FormCommand, _session: Session, key: string): Promise<Sent> {
    if (this.refusal) return Promise.reject(this.refusal);
    this.sent.push({ command, key });
    return Promise.resolve({ sequence: 9, fact: FACT, version: FACT });
  }
}

/** What the scripted desk makes of any file. */
export const OUTCOME: FileOutcome = {
  rows: 4,
  recorded: 2,
  corrected: 1,
  skipped: 0,
  nothingToRecord: 1,
  refused: 1,
  notReached: 0,
  refusals: [{ line: 4, column: 'ods_code', reason: 'There is no ZZ9 in the register.' }],
  notes: [],
  news: [
    { line: 2, isCorrection: false, events: [stateOf('live')] },
    { line: 3, isCorrection: true, events: [stateOf('implementing')] },
  ],
  stopped: undefined,
};

function stateOf(state: string): FileOutcome['news'][number]['events'][number] {
  const data = { state, occurredOn: '2026-03-31', precision: 'day' };
  return { subject: 'trust-ZZ1', type: 'EprStateReported.v1', data };
}

const FACT = '00000000-0000-4000-8000-000000000009';

function session(role: TokenRole, codes: readonly string[] | undefined): Session {
  const trusts = codes && new Set(codes);
  const csrf = `csrf of ${role}`;
  return { role, trusts, csrf, expiresAt: Date.UTC(2026, 10, 24, 18), principal: { id: '0'.repeat(20), role, trusts } };
}
