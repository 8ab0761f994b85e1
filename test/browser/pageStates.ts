import { Problem } from '@milepost/platform';
import type { Page } from 'playwright-core';
import { OUTCOME } from '../../libs/dashboard/testing/scriptedDesk';
import { ScriptedQuestions } from '../../libs/dashboard/testing/scriptedQuestions';
import { day, idOf } from '../../libs/dashboard/testing/scriptedFacts';
import { NOW } from '../../libs/dashboard/testing/startPages';
import type { PagesUnderTest } from '../../libs/dashboard/testing/startPages';
import { quickHand } from './hand';
import {
  become,
  signIn,
  send,
  answer,
  otherSession,
  overtaken,
  report,
  openAll,
  sendFile,
  confirmFile,
} from './pageWays';

/** A page in one of its states. */
export interface PageState {
  /** What answers, as its controller declares it; undefined: nothing does. */
  readonly route: string | undefined;
  readonly state: string;
  readonly heading: string | RegExp;
  readonly status: number;
  /** An address, or what a person does to get there. */
  readonly reach: string | ((page: Page) => Promise<unknown>);
  /** Who is signed in, as the scripted desk knows them; nobody where it is left out. */
  readonly as?: string;
  /** What is the matter with the server. */
  readonly arrange?: (pages: PagesUnderTest) => void;
  /** Served by the whole application: it is not the dashboard's own. */
  readonly whole?: true;
}

type Parts = Pick<PageState, 'as' | 'arrange' | 'whole'> & { readonly status?: number };

const TODAY = 'asOf=2026-11-24';
const REPORTER = { as: 'reporter:ZZ1' } as const;
const PROGRAMME = { as: 'programme' } as const;
const MILESTONE = '/trusts/ZZ1/report/went-live';
const CORRECT = `/facts/${idOf(5)}/correct`;
const RETRACT = `/facts/${idOf(5)}/retract`;
const DISPUTE = `/facts/${idOf(5)}/dispute`;
const REINSTATE = `/facts/${idOf(5)}/reinstate`;
const SETTLE = `/facts/${idOf(5)}/disputes/${idOf(12)}/settle`;

function row(
  route: string | undefined,
  state: string,
  heading: PageState['heading'],
  reach: PageState['reach'],
  parts: Parts = {},
): PageState {
  return { route, state, heading, reach, status: 200, ...parts };
}

/** The same states of each form that says something of an entry. */
function ofMark(
  mark: string,
  path: string,
  title: string,
  why: string,
  check: PageState['heading'],
  who: Parts = REPORTER,
): readonly PageState[] {
  const answered = (page: Page): Promise<void> => answer(page, path, { [why]: 'We know better' });
  return [
    row(`GET /facts/:fact/${mark}`, 'a form', title, path, who),
    row(`POST /facts/:fact/${mark}`, 'with errors', title, (page) => answer(page, path, { [why]: '' }, false), {
      ...who,
      status: 400,
    }),
    row(`POST /facts/:fact/${mark}`, 'answers', check, answered, who),
  ];
}

/**
 * Every page in every state that it can be in, and how to get there. Tests look at each of them wide, narrow, and without scripts;
 * another holds that no page of the server is missing here.
 */
export const PAGE_STATES: readonly PageState[] = [
  row('GET /', 'the day that it opens on', 'Digitisation milestones of NHS trusts in England', '/?asOf=2026-03-31'),
  row('GET /', 'looking back', /Digitisation/, '/?asOf=2024-06-30&publicBy=2024-07-31'),
  row('GET /', 'signed in', /Digitisation/, `/?${TODAY}`, PROGRAMME),
  row('GET /', 'nothing recorded', /Digitisation/, `/?${TODAY}&recordedBy=size:0`),
  row('GET /', 'while the record is read in', /Digitisation/, '/', { arrange: importing }),
  row('GET /', 'of a day while the record is read in', /Digitisation/, `/?${TODAY}`, { arrange: importing }),
  row('GET /', 'after that failed', /Digitisation/, `/?${TODAY}`, {
    arrange: ({ startup }) => startup.next({ kind: 'failed', reason: 'The disk is full.' }),
  }),
  row('GET /', 'where only who is signed in may read', 'Sign in to read this page', `/?${TODAY}`, {
    status: 401,
    arrange: (pages) => (pages.refusal = problem('token-needed', 401)),
  }),

  row('GET /trusts', 'all', 'Trusts', `/trusts?${TODAY}`),
  row('GET /trusts', 'a later page', 'Trusts', '/trusts?page=2&asOf=2026-03-31&publicBy=2026-04-02'),
  row('GET /trusts', 'nothing found', 'Trusts', `/trusts?search=nothing-like-it&${TODAY}`),
  row('GET /trusts', 'nothing recorded', 'Trusts', `/trusts?${TODAY}&recordedBy=size:0`),
  row('GET /trusts', 'with the store away', 'Trusts', `/trusts?${TODAY}`, {
    arrange: ({ state }) => state.next({ kind: 'store-unavailable', reason: 'gone', since: NOW - 300_000 }),
  }),
  row('GET /trusts', 'after a store that lost events', 'Trusts', `/trusts?${TODAY}`, {
    arrange: ({ state }) => state.next({ kind: 'stopped', reason: 'The store has lost events.' }),
  }),
  row('GET /trusts', 'a position to come', 'This position is still to come', `/trusts?${TODAY}&recordedBy=size:9999`, {
    status: 404,
  }),
  row('GET /trusts', 'no such day', 'There is no such position', '/trusts?asOf=2026-02-31', { status: 400 }),
  row('GET /trusts', 'unreadable', 'The address cannot be read', `/trusts?asof=2026-03-31&${TODAY}`, { status: 400 }),
  row('GET /trusts', 'before the first view', 'Milepost is starting', `/trusts?${TODAY}`, {
    status: 503,
    arrange: (pages) => (pages.fault = problem('starting', 503, 'Milepost is starting')),
  }),
  row('GET /trusts', 'after a view that stopped', 'The newest entries cannot be shown', `/trusts?${TODAY}`, {
    status: 503,
    arrange: (pages) => (pages.fault = problem('view-halted', 503, '', { sequence: '12' })),
  }),
  row('GET /trusts', 'a fault', 'Sorry, there is a problem with Milepost', `/trusts?${TODAY}`, {
    status: 500,
    arrange: (pages) => (pages.fault = new Error('of the inside')),
  }),

  row('GET /trusts/:ods', 'with much recorded', 'ZZ1 Northvale Hospitals NHS Foundation Trust', `/trusts/ZZ1?${TODAY}`),
  row('GET /trusts/:ods', 'one’s own', /ZZ1/, `/trusts/ZZ1?${TODAY}`, REPORTER),
  row('GET /trusts/:ods', 'hostile texts', /<script>alert/, `/trusts/ZZ2?${TODAY}`),
  row('GET /trusts/:ods', 'closed', /ZZ3/, `/trusts/ZZ3?${TODAY}`),
  row('GET /trusts/:ods', 'silent', /ZZF00/, `/trusts/ZZF00?${TODAY}`, PROGRAMME),
  row('GET /trusts/:ods', 'unknown', 'No such trust', `/trusts/NOPE?${TODAY}`, { status: 404 }),

  row('GET /statements', 'all', 'Public claims', `/statements?${TODAY}`),
  row('GET /statements', 'nothing recorded', 'Public claims', `/statements?${TODAY}&recordedBy=size:0`),
  row('GET /statements/:id', 'a claim', /90% reached/, `/statements/19?${TODAY}`),
  row('GET /statements/:id', 'unknown', 'No such public claim', `/statements/nope?${TODAY}`, { status: 404 }),

  row('GET /late', 'some', 'Go-lives planned, postponed or suspended', `/late?${TODAY}`),
  row('GET /late', 'nothing recorded', 'Go-lives planned, postponed or suspended', `/late?${TODAY}&recordedBy=size:0`),
  row('GET /targets', 'all', 'Targets and deadlines', `/targets?${TODAY}`),
  row('GET /targets', 'nothing recorded', 'Targets and deadlines', `/targets?${TODAY}&recordedBy=size:0`),
  row('GET /targets/:id', 'a target', /./, `/targets/example-end?${TODAY}`),
  row('GET /targets/:id', 'unknown', 'No such target', `/targets/nope?${TODAY}`, { status: 404 }),
  row('GET /targets/:id/case-file', 'moved', 'Why the deadline moved', `/targets/example-end/case-file?${TODAY}`),
  row('GET /targets/:id/case-file', 'unknown', /No such target|No move/, `/targets/nope/case-file?${TODAY}`, {
    status: 404,
  }),

  row('GET /standards', 'all', /./, `/standards?${TODAY}`),
  row('GET /standards/:id', 'an illustration', /./, `/standards/dma-every-measure-at-2?${TODAY}`),
  row('GET /compare', 'two positions', /./, `/compare?${TODAY}`),
  row('GET /compare/choose', 'with errors', /./, '/compare/choose', { status: 400 }),
  row('GET /replay', 'step by step', /./, `/replay?${TODAY}`),

  row('GET /figures/:metric', 'trusts counted', 'Trusts counted', `/figures/in-scope?${TODAY}`),
  row('GET /figures/:metric', 'a range', /live EPR/, `/figures/epr-live?${TODAY}`),
  row('GET /figures/:metric', 'unknown', 'No such figure', `/figures/nope?${TODAY}`, { status: 404 }),

  row('GET /audit', 'all', 'Audit trail', `/audit?${TODAY}`),
  row('GET /audit', 'nothing found', 'Audit trail', `/audit?recordedFrom=1+January+2100&${TODAY}`),
  row('GET /audit', 'with errors', 'Audit trail', `/audit?recordedFrom=31/6/2026&${TODAY}`),
  row('GET /entries/:sequence', 'corrected', /Entry 9/, `/entries/9?${TODAY}`),
  row('GET /entries/:sequence', 'just recorded', /Entry 9/, `/entries/9?recorded=yes&${TODAY}`, REPORTER),
  row('GET /entries/:sequence', 'later than the position', /Entry 22/, `/entries/22?${TODAY}&recordedBy=size:9`),
  row('GET /entries/:sequence', 'unknown', 'No such entry', `/entries/9999?${TODAY}`, { status: 404 }),

  row(
    'GET /position',
    'with errors',
    'Change the position',
    '/position?page=/&onDay=31&onMonth=6&onYear=2026&choice=public',
    { status: 400 },
  ),

  row('GET /sign-in', 'without a link', 'Sign in', '/sign-in'),
  row('GET /sign-in', 'with a link', 'Sign in as reporter for ZZ1', '/sign-in?code=good'),
  row('GET /sign-in', 'with a used link', 'Sign in', '/sign-in?code=bad', { status: 400 }),
  row('GET /sign-in', 'signed in', 'You are signed in', '/sign-in', PROGRAMME),
  row('GET /sign-in', 'signed out', 'You are signed out', async (page) => {
    await page.goto('/sign-in?code=good');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).first().click();
  }),
  row('POST /sign-in', 'nothing pasted', 'Sign in', (page) => signIn(page, ''), { status: 400 }),
  row('POST /sign-in', 'an unknown link', 'Sign in', (page) => signIn(page, 'let me in'), { status: 400 }),
  row(
    'POST /sign-in',
    'without cookies',
    'Sign in as reporter for ZZ1',
    async (page) => {
      await page.goto('/sign-in?code=good');
      await page.context().clearCookies();
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    },
    { status: 403 },
  ),
  row(
    'POST /sign-out',
    'by a page of before',
    'You signed in again since this page was opened',
    async (page) => {
      await page.goto('/sign-in');
      await become(page, 'programme');
      await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
    },
    { ...REPORTER, status: 403 },
  ),

  row('GET /report', 'one’s own trusts', 'Report about a trust', '/report', REPORTER),
  row('GET /report', 'found', 'Report about a trust', '/report?search=westbrook', PROGRAMME),
  row('GET /report', 'nothing found', 'Report about a trust', '/report?search=nothing-like-it', PROGRAMME),
  row('GET /report', 'not permitted', 'You cannot do this', '/report', { as: 'auditor', status: 403 }),
  row('GET /trusts/:ods/report', 'what', 'What do you want to report?', '/trusts/ZZ1/report', REPORTER),
  ...Object.entries({ milestone: 'What happened?', plan: 'What is the plan?', assessment: /Which framework/ }).map(
    ([what, heading]) =>
      row('GET /trusts/:ods/report', `which ${what}`, heading, `/trusts/ZZ1/report?what=${what}`, REPORTER),
  ),
  row('GET /trusts/:ods/report', 'another’s trust', 'You cannot report for this trust', '/trusts/ZZ5/report', {
    ...REPORTER,
    status: 403,
  }),
  row('GET /trusts/:ods/report', 'unknown', 'No such trust', '/trusts/NOPE/report', { ...PROGRAMME, status: 404 }),
  row('POST /trusts/:ods/report', 'nothing chosen', /What/, (page) => send(page, '/trusts/ZZ1/report'), {
    ...REPORTER,
    status: 400,
  }),
  row('POST /trusts/:ods/report', 'no type', /What/, (page) => send(page, '/trusts/ZZ1/report?what=milestone'), {
    ...REPORTER,
    status: 400,
  }),

  row('GET /trusts/:ods/report/:slug', 'a form', 'Report a go-live', MILESTONE, REPORTER),
  ...['went-live', 'go-live-postponed', 'state', 'dma-2025', 'dcf'].map((slug) =>
    row(
      'POST /trusts/:ods/report/:slug',
      `${slug} with everything open and wrong`,
      /Report/,
      (page) => openAll(page, slug),
      { ...REPORTER, status: 400 },
    ),
  ),
  row('POST /trusts/:ods/report/:slug', 'answers', 'Check your answers before you report this', report, REPORTER),
  row('POST /trusts/:ods/report/:slug', 'refused', 'Report the state of the EPR on a day', report, {
    ...REPORTER,
    status: 409,
    arrange: refusing('epr-step-contradicts', 409),
  }),
  row('POST /trusts/:ods/report/:slug', 'a fault', 'Report the state of the EPR on a day', report, {
    ...REPORTER,
    status: 500,
    arrange: ({ desk }) => Object.assign(desk, { refusal: new Error('inside') }),
  }),
  row(
    'POST /trusts/:ods/report/:slug',
    'signed out meanwhile',
    'You are signed out',
    async (page) => {
      await page.goto(MILESTONE);
      await page.context().clearCookies();
      await quickHand(page).press('Continue');
    },
    { ...REPORTER, status: 401 },
  ),

  ...ofMark('correct', CORRECT, 'Correct this entry', 'why', 'Check your correction before you send it'),
  row('GET /facts/:fact/correct', 'no form', 'There is no form for this kind of entry', `/facts/${idOf(1)}/correct`, {
    ...PROGRAMME,
    status: 404,
  }),
  row('POST /facts/:fact/correct', 'both versions', /Somebody changed this/, (page) => overtaken(page, CORRECT), {
    ...REPORTER,
    status: 409,
    arrange: refusing('version-not-effective', 409),
  }),
  row('POST /facts/:fact/correct', 'of a session before', 'Correct this entry', (page) => otherSession(page, CORRECT), {
    ...REPORTER,
    status: 403,
  }),
  row('GET /facts/:fact/correct', 'retracted', 'This entry was retracted', CORRECT, {
    ...REPORTER,
    status: 409,
    arrange: marked('FactRetracted.v1'),
  }),
  ...ofMark('retract', RETRACT, 'Retract this entry', 'why', 'Check your answers before you retract this entry'),
  row('POST /facts/:fact/retract', 'both versions', /Somebody changed this/, (page) => overtaken(page, RETRACT), {
    ...REPORTER,
    status: 409,
    arrange: refusing('version-not-effective', 409),
  }),
  ...ofMark('dispute', DISPUTE, 'Dispute this entry', 'grounds', 'Check your answers before you dispute this entry'),

  row('GET /facts/:fact/dispute', 'no such entry', 'No such entry', '/facts/x/dispute', { ...REPORTER, status: 404 }),
  ...ofMark('reinstate', REINSTATE, 'Reinstate this entry', 'why', /Check your answers before you reinstate/, {
    ...REPORTER,
    arrange: marked('FactRetracted.v1'),
  }),
  row('GET /facts/:fact/reinstate', 'in effect', 'This entry is in effect', REINSTATE, { ...REPORTER, status: 409 }),
  ...ofMark(
    'disputes/:dispute/settle',
    SETTLE,
    'Settle this dispute',
    'outcome',
    /Check your answers before you settle/,
    { ...PROGRAMME, arrange: marked('FactDisputed.v1') },
  ),
  row('GET /facts/:fact/disputes/:dispute/settle', 'no such dispute', 'No such dispute', SETTLE, {
    ...PROGRAMME,
    status: 404,
  }),

  row('GET /import', 'a form', 'Send a file', '/import', PROGRAMME),
  row('GET /import', 'one’s own trusts', 'Send a file', '/import', REPORTER),
  row('GET /import', 'not permitted', /cannot|not permitted/i, '/import', { as: 'auditor', status: 403 }),
  row('POST /import', 'with errors', 'Send a file', (page) => sendFile(page, ''), { ...PROGRAMME, status: 400 }),
  row('POST /import', 'what it would record', 'Check what this file would record', sendFile, PROGRAMME),
  row('POST /import', 'nothing new', 'Check what this file would record', sendFile, {
    ...PROGRAMME,
    arrange: ({ desk }) => (desk.outcome = { ...OUTCOME, ...NOTHING_NEW }),
  }),
  row('POST /import', 'recorded', '2 rows recorded', confirmFile, PROGRAMME),

  row('GET /problems', 'all', 'Problems', '/problems', { whole: true }),
  row('GET /problems/:slug', 'one', 'The step contradicts what is recorded', '/problems/epr-step-contradicts', {
    whole: true,
  }),
  row(undefined, 'no page', 'Page not found', '/no/such/page', { status: 404 }),
  row(undefined, 'no page, signed in', 'Page not found', '/no/such/page', { ...REPORTER, status: 404 }),
];

const NOTHING_NEW = { recorded: 0, corrected: 0, skipped: 4, refused: 0, refusals: [], news: [] };

function importing({ startup }: PagesUnderTest): void {
  startup.next({ kind: 'importing', file: 'trusts.csv', done: 12, total: 278 });
}

function problem(slug: string, status: number, title = '', extensions = {}): Problem {
  const errors = slug === 'version-not-effective' ? [{ pointer: '/replaces', detail: 'Not in effect.' }] : [];
  return new Problem({ slug, title, status, detail: 'What there is to say.', errors, extensions });
}

function refusing(slug: string, status: number): NonNullable<PageState['arrange']> {
  return ({ desk }) => {
    desk.refusal = problem(slug, status, 'It is refused', { fact: idOf(5) });
  };
}

/** Entry 12 takes back or disputes what the forms here are about. */
function marked(storedType: 'FactRetracted.v1' | 'FactDisputed.v1'): NonNullable<PageState['arrange']> {
  const mark = { sequence: 12, eventId: idOf(12), storedType, reason: 'It is not so.', data: {}, effective: false };
  return ({ questions }) => {
    questions.fact = (moment, fact) => {
      const chain = ScriptedQuestions.prototype.fact.call(questions, moment, fact);
      const stands = storedType === 'FactDisputed.v1';
      const before = chain.map((item) => ({ ...item, effective: stands && item.effective }));
      return [...before, { ...mark, fact, replaces: idOf(9), recordedAt: NOW, publicOn: day('2026-11-24') }];
    };
  };
}
