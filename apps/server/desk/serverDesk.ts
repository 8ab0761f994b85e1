import { plainData } from '../commands/plainData';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Command } from '@nestjs/cqrs';
import { csrfOf, mustBePermitted, principalOf, readToken, SessionCookie, SignInDesk } from '@milepost/access';
import type { TokenRecord } from '@milepost/access';
import { Desk } from '@milepost/dashboard';
import type { FileOutcome, FormCommand, Sent, SentFile, Session } from '@milepost/dashboard';
import type { JsonObject } from '@milepost/event-store';
import { waitForToken } from '@milepost/ledger';
import { Problem } from '@milepost/platform';
import { LedgerContext } from '@milepost/views';
import { FACT_WRITES } from '../commands/factWrites';
import { TRUST_WRITES } from '../commands/trustWrites';
import type { Write } from '../commands/write';
import { FactPath } from '../facts/factPath';
import { mustBecomeVisible, notVisibleYet } from '../http/mustBecomeVisible';
import { ValidRequest } from '../http/validRequest';
import { ImportFile } from '../imports/importFile';
import { ImportQuery } from '../imports/importQuery';
import type { Recorded } from '../recording/recorder';
import type { RequestFacts } from '../recording/requestFacts';
import { TrustPath } from '../trusts/trustPath';
import { fileOutcome } from './fileOutcome';
import { formFacts } from './formFacts';
import { PUBLIC_ORIGIN } from './publicOrigin';

/** How long a form waits for what it recorded to be shown before it says that it is not. */
const WAIT_MS = 4_000;
/** So many of the rows of a file that give something new are shown. */
const ROWS_SHOWN = 50;

/** Hands in what forms send by the interface's own way: its body classes, its roles, its commands. */
@Injectable()
export class ServerDesk extends Desk {
  private readonly valid = new ValidRequest();

  constructor(
    @Inject(PUBLIC_ORIGIN) readonly origin: string | undefined,
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(SignInDesk) private readonly signIns: SignInDesk,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {
    super();
  }

  async session(headers: IncomingHttpHeaders): Promise<Session | undefined> {
    const token = this.cookie.read(headers);
    return token === undefined ? undefined : this.sessionOf(token);
  }

  async look(code: string): Promise<Pick<Session, 'role' | 'trusts'>> {
    return principalOf(await this.signIns.look(code));
  }

  async signIn(code: string): Promise<{ readonly cookie: string; readonly session: Session }> {
    const token = await this.signIns.signIn(code);
    const session = await this.sessionOf(token);
    if (session === undefined) throw new Error('A session was issued and is not there.');
    return { cookie: this.cookie.holding(token), session };
  }

  async signOut({ principal }: Session): Promise<string> {
    await this.signIns.signOut(principal);
    return this.cookie.gone();
  }

  async check(command: FormCommand, session: Session): Promise<void> {
    await this.commands.execute(await this.prepared(command, session, undefined));
  }

  async send(command: FormCommand, session: Session, key: string): Promise<Sent> {
    const { events } = await this.commands.execute(await this.prepared(command, session, key));
    const [first, last] = [events[0], events.at(-1)];
    if (first === undefined || last === undefined) throw new Error('A form was sent and nothing was recorded.');
    if (last.sequence === null) throw notVisibleYet();
    const sequence = Number(last.sequence);
    await mustBecomeVisible(this.context, sequence, WAIT_MS);
    return { sequence, fact: 'fact' in command ? command.fact : first.id, version: last.id };
  }

  async importFile(file: SentFile, session: Session, dryRun: boolean): Promise<FileOutcome> {
    const { kind, name, bytes, publishedOn } = file;
    const asked = { kind, file: name, publishedOn, dryRun: dryRun ? 'true' : 'false' };
    const query = await this.checked(ImportQuery, asked, 'query');
    const order = { kind: query.kind, file: query.file, bytes, publishedOn, dryRun, rowsInReport: ROWS_SHOWN };
    const request = { principal: session.principal, requestId: `urn:uuid:${randomUUID()}` };
    const never = new AbortController().signal;
    const report = await this.commands.execute(new ImportFile(order, request, () => undefined, never));
    if (report.token !== undefined) await this.shown(report.token);
    return fileOutcome(report);
  }

  /** Waits until pages show what is recorded already: that they do not yet is no reason to call it failed. */
  private async shown(token: string): Promise<void> {
    const { ledger, watch } = this.context;
    const sequence = await waitForToken({ ledger, reader: this.context.reader(), watch }, token, WAIT_MS);
    if (sequence === undefined) return;
    await mustBecomeVisible(this.context, sequence, WAIT_MS).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
    });
  }

  /** @param key undefined: only to be checked */
  private async prepared(command: FormCommand, session: Session, key: string | undefined): Promise<Command<Recorded>> {
    const body = plainData(command.body);
    const to = await this.addressOf(command);
    const facts = formFacts(session.principal, to.path, body, key);
    return this.commandOf(to, body, key === undefined ? { ...facts, checkOnly: true } : facts);
  }

  private async addressOf(command: FormCommand) {
    if ('ods' in command) {
      const { ods } = await this.checked(TrustPath, { ods: command.ods }, 'param');
      return { write: TRUST_WRITES[command.kind], target: ods, path: `/api/v1/trusts/${ods}/${command.kind}` };
    }
    const { factId } = await this.checked(FactPath, { factId: command.fact }, 'param');
    return { write: FACT_WRITES[command.mark], target: factId, path: `/api/v1/facts/${factId}/${command.mark}` };
  }

  private async commandOf(
    { write, target }: { readonly write: unknown; readonly target: string },
    body: JsonObject,
    facts: RequestFacts,
  ): Promise<Command<Recorded>> {
    // Which of the writes it is does not matter: each takes what its own class lets through.
    const { action, body: form, command } = write as Write<object>;
    mustBePermitted(facts.principal, action);
    return command(target, await this.checked(form, body, 'body'), facts);
  }

  private async checked<T extends object>(
    metatype: Type<T>,
    value: object,
    type: 'body' | 'param' | 'query',
  ): Promise<T> {
    return (await this.valid.transform(value, { type, metatype })) as T;
  }

  private async sessionOf(token: string): Promise<Session | undefined> {
    const record: TokenRecord | undefined = await this.signIns.session(token);
    const secret = readToken(token)?.secret;
    if (record?.expiresAt === undefined || secret === undefined) return undefined;
    const principal = principalOf(record);
    const { role, trusts } = principal;
    return { role, trusts, expiresAt: record.expiresAt, csrf: csrfOf(secret), principal };
  }
}
