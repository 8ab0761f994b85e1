import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { BehaviorSubject } from 'rxjs';
import type { LedgerHead, SequencerState } from '@milepost/ledger';
import { Problem } from '@milepost/platform';
import { LedgerContext } from '@milepost/views';
import type { Startup } from '@milepost/views';
import { DashboardModule } from '../dashboardModule';
import { PageErrors } from '../http/pageErrors';
import { Desk } from '../desk';
import { PagesData } from '../pagesData';
import type { ImportReport } from '../pagesData';
import { ENTRIES, scriptedReader } from './scriptedLedger';
import { ScriptedDesk } from './scriptedDesk';
import { ScriptedQuestions } from './scriptedQuestions';

/** What a test can turn while the pages are served. */
export interface PagesUnderTest {
  readonly url: string;
  readonly questions: ScriptedQuestions;
  readonly desk: ScriptedDesk;
  readonly state: BehaviorSubject<SequencerState>;
  readonly startup: BehaviorSubject<Startup>;
  readonly freshAt: BehaviorSubject<number>;
  /** How many of the scripted entries are recorded. */
  size: number;
  now: number;
  importReport: ImportReport | undefined;
  /** Thrown by the next questions, where it is set. */
  fault: Error | undefined;
  refusal: Problem | undefined;
  close(): Promise<void>;
}

export const NOW = Date.UTC(2026, 10, 24, 10, 0, 0);

export const REPORT: ImportReport = {
  finishedAt: NOW,
  files: [
    { file: 'trusts.csv', rows: 1278, recorded: 1270, skipped: 4, nothingToRecord: 2, refused: 2 },
    { file: 'denominators.csv', rows: 16, recorded: 0, skipped: 0, nothingToRecord: 16, refused: 0 },
  ],
  refusals: [{ file: 'trusts.csv', line: 12, column: 'opened_on', reason: 'There is no 31 June.' }],
};

/** The pages over the scripted record, served on a free loopback port below `basePath`. */
export async function startPages(
  options: { readonly basePath?: string; readonly kind?: 'public-record' | 'demonstration' } = {},
): Promise<PagesUnderTest> {
  const { basePath = '', kind = 'public-record' } = options;
  const under = {
    state: new BehaviorSubject<SequencerState>({ kind: 'live' }),
    startup: new BehaviorSubject<Startup>({ kind: 'ready' }),
    freshAt: new BehaviorSubject(NOW - 3000),
    size: ENTRIES.length,
    now: NOW,
    importReport: undefined as ImportReport | undefined,
    fault: undefined as Error | undefined,
    refusal: undefined as Problem | undefined,
  };
  const questions = new ScriptedQuestions(() => under.size);
  const reader = scriptedReader(() => under.size);
  const context: LedgerContext = {
    ledger: 'milepost',
    kind,
    basePath,
    clock: () => under.now,
    watch: { head: new BehaviorSubject<LedgerHead>(reader.head()), state: under.state, freshAt: under.freshAt },
    startup: under.startup,
    reader: () => reader,
    questions: () => {
      if (under.fault) throw under.fault;
      return questions;
    },
  };
  const data: PagesData = {
    importReport: () => under.importReport,
    admit: () => (under.refusal ? Promise.reject(under.refusal) : Promise.resolve()),
    apiDocument: '/openapi.json',
  };
  const desk = new ScriptedDesk();
  const app = await NestFactory.create(moduleOf(context, data, desk), { logger: false, bodyParser: false });
  // As in the server: what no route answers becomes a page as well.
  app.useGlobalFilters(app.get(PageErrors));
  if (basePath !== '') app.setGlobalPrefix(basePath);
  await app.listen(0, '127.0.0.1');
  const { port } = (app as INestApplication<Server>).getHttpServer().address() as AddressInfo;
  return Object.assign(under, {
    url: `http://127.0.0.1:${port}${basePath}`,
    questions,
    desk,
    close: () => app.close(),
  });
}

function moduleOf(context: LedgerContext, data: PagesData, desk: Desk) {
  @Module({
    providers: [
      { provide: LedgerContext, useValue: context },
      { provide: PagesData, useValue: data },
      { provide: Desk, useValue: desk },
    ],
    exports: [LedgerContext, PagesData, Desk],
  })
  class Provided {}
  return DashboardModule.register([Provided]);
}
