import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { Subject } from 'rxjs';
import { parseDay } from '@milepost/domain';
import { openLedgerReader, sequenceInto } from '@milepost/ledger';
import type { LedgerReader } from '@milepost/ledger';
import { startupImport } from '@milepost/public-record';
import { caseFileAt, rebuildViews, targetsAt, ViewsReader } from '@milepost/views';
import type { CaseFile, FactView, Moment, ViewQuestions } from '@milepost/views';
import { CaseFileAnswer, caseFileAnswer, requestsTable } from '../../apps/server/answers/caseFileAnswer';
import { ScriptedStore } from '../support/scriptedStore';
import { ledgerOpened } from '../support/storedEvents';

/** The whole record is imported first, and a busy machine takes its time. */
jest.setTimeout(180_000);

const END = 'frontline-digitisation-end';
const LEDGER = 'milepost';

describe('the case file of the real extension', () => {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-case-'));
  let ledger: LedgerReader;
  let record: ViewsReader;
  let questions: ViewQuestions;

  beforeAll(async () => {
    const opening = ledgerOpened(LEDGER);
    const store = new ScriptedStore([{ ...opening, data: { ...(opening.data as object), kind: 'public-record' } }]);
    const clock = (): number => opening.created + store.log.length * 1_000;
    const actor = { id: 'test', role: 'system' } as const;
    await startupImport(store, LEDGER, clock, new Subject(), { actor });
    sequenceInto(join(folder, 'ledger'), LEDGER, [store.log.filter(({ stream }) => stream.startsWith(`${LEDGER}.`))]);
    ledger = openLedgerReader(join(folder, 'ledger'));
    rebuildViews(ledger, join(folder, 'views'));
    record = new ViewsReader(join(folder, 'views'), ledger);
    questions = answeringOnce(record);
  });
  afterAll(() => {
    record.close();
    ledger.close();
    rmSync(folder, { recursive: true });
  });

  const at = (asOf: string, publicBy?: string): Moment => ({
    asOf: parseDay(asOf) as number,
    size: ledger.head().size,
    publicBy: publicBy === undefined ? undefined : parseDay(publicBy),
  });
  const fileAt = (moment: Moment, from = questions): CaseFile | undefined =>
    caseFileAt(from, moment, END, () => undefined);
  const whole = (): CaseFile => fileAt(at('2026-11-24')) as CaseFile;
  const said = (file: CaseFile | undefined, rule: string): readonly string[] =>
    sentencesOf(file)
      .filter((one) => one.rule === `${rule}@1`)
      .map(({ sentence }) => sentence);

  it('finds that the move came before the 90% was reported', () => {
    expect(said(whole(), 'date-moved')).toEqual([
      'The end of the programme Frontline Digitisation was moved from March 2025 to March 2026. That became public in July 2023.',
    ]);
    expect(said(whole(), 'moved-before-reached')).toEqual([
      'The move came before 90% was reported. It became public in July 2023; the first claim of 90% or more of trusts with an EPR, 90% (189 of 210), was made on 15 November 2023.',
    ]);
  });

  it('finds that coverage rose while the trusts with an EPR fell', () => {
    expect(said(whole(), 'share-against-count')).toEqual([
      'Coverage rose from 90% to 91% while trusts with an EPR fell from 189 to 187: it was 189 of 210 trusts on 15 November 2023, and 187 of 206 in 2025.',
    ]);
  });

  it('finds that the wording loosened, and reads "nearly 30" as the gap to 70%', () => {
    expect(said(whole(), 'metric-widened')).toEqual([
      'The wording loosened: 100% of trusts with an EPR by March 2025, announced in June 2022, became 100% of trusts with an EPR or implementing one by March 2026, announced on 28 November 2025. A trust that is still implementing one counts only in the second.',
    ]);
    expect(said(whole(), 'gap-to-target')).toEqual([
      '“nearly 30” is the gap to the target of 70%, not the number of trusts that are not at the core level: 70% less 56% is 14%, and 14% of the 205 trusts counted is 28.7. The other 44% would be about 90 trusts.',
    ]);
  });

  it('finds where sources contradict one another, and the register', () => {
    const { contradictions } = whole().findings;
    expect(contradictions.map(({ rule }) => rule)).toEqual([
      'amounts-differ@1',
      'denominator-unexplained@1',
      'denominator-outdated@1',
      'all-against-share@1',
    ]);
    const [amounts, unexplained, outdated, all] = contradictions.map(({ sentence }) => sentence);
    expect(amounts).toMatch(/£700 million, from £2.6 billion to £1.9 billion .* “more than GBP 600m”/);
    expect(unexplained).toMatch(/^211 trusts were quoted .* while 212 were counted/);
    expect(outdated).toMatch(/^206 trusts were quoted .* while 205 were counted .* right until 31 December 2024\.$/);
    expect(all).toMatch(/^“all trusts meet the core standards” by March 2026 .* is 70% of trusts/);
  });

  it('gives the published splits, and what became of the forecasts', () => {
    const { splits, forecasts } = whole().findings;
    expect(splits.map(({ sentence }) => sentence.match(/\d+(?=[,.] )/g)?.map(Number))).toEqual([
      [43, 138, 30],
      [49, 132, 11, 19],
      [4, 12, 5],
    ]);
    expect(forecasts[0]?.sentence).toMatch(/95% of trusts with an EPR by March 2025\. Claimed .* 93% with an EPR/);
    expect(forecasts[1]?.sentence).toMatch(/No claim about that date or a later one is in this record\.$/);
  });

  it('has one sentence in place of a table of trusts about which nothing had been made public', () => {
    const { informed } = whole();
    expect(informed).toMatchObject({ basis: 'announced', counted: 210, trusts: [] });
    expect(informed.moment).toMatchObject({ asOf: parseDay('2023-07-31'), publicBy: parseDay('2023-07-31') });
  });

  it('says of the decision what is not known, with who could settle it', () => {
    const { gaps, decision } = whole();
    expect(decision).toMatchObject({ authority: undefined, decided: undefined, reasons: [], conditions: [] });
    expect(gaps.map(({ id }) => id)).toEqual([
      ...['who-decided', 'when-decided', 'why-decided', 'informed-by', 'conditions'],
      ...['moved-too-core-level', 'moved-too-epr-coverage'],
      ...['result-core-level', 'result-epr-coverage', 'result-epr-coverage-or-in-progress'],
      ...['who-meets-the-standard', 'denominator-211', 'budget', 'later-ratings'],
    ]);
    const table = requestsTable(caseFileAnswer(whole()).notKnown);
    expect(table.columns.slice(0, 4)).toEqual(['question', 'why', 'document', 'holder']);
    for (const row of table.rows)
      for (const cell of ['question', 'why', 'document', 'holder']) expect(row[cell]).toMatch(/\w{3}/);
  });

  it('begins in November 2020, and keeps ranges as ranges', () => {
    const { chronology } = whole();
    expect(chronology[0]?.fact.occurrence).toEqual({ occurredOn: '2020-11-06', precision: 'day' });
    const move = chronology.find(({ changes }) => changes.some(({ type }) => type === 'ProgrammeEndRevised.v1'));
    expect(move?.fact.occurrence).toEqual({ occurredOn: '2023-07', precision: 'month' });
  });

  it('shows the targets for either date beside the move, and says of none that it moved with it', () => {
    const dates = whole().changes.map(({ target, before, after }) => [
      target.id,
      before?.deadline.value?.text.on,
      after.deadline.value?.text.on,
      after.threshold.value?.low,
    ]);
    expect(dates).toEqual([
      [END, '2025-03', '2026-03', undefined],
      ['core-level', '2025-03', '2026-03', 70],
      ['epr-coverage', '2025-03', '2025-03', 100],
      ['epr-coverage-or-in-progress', undefined, '2026-03', 100],
    ]);
  });

  it('knows at each moment no more than that moment', () => {
    expect(fileAt(at('2023-06-30'))).toBeUndefined();
    // In the middle of July it may or may not have been public.
    expect(fileAt(at('2023-07-15'))).toBeUndefined();
    expect(fileAt(at('2026-11-24', '2023-07-30'))).toBeUndefined();
    const then = fileAt(at('2023-08-31', '2023-08-31'));
    expect(said(then, 'date-moved')).toHaveLength(1);
    expect(said(then, 'moved-before-reached')).toEqual([]);
    expect(said(then, 'share-against-count')).toEqual([]);
    expect(said(fileAt(at('2023-11-30')), 'moved-before-reached')).toHaveLength(1);
  });

  it('stores no sentence: each goes when any of the entries goes that it follows from', () => {
    const sentences = sentencesOf(whole());
    expect(sentences.length).toBeGreaterThan(15);
    for (const { sentence, why } of sentences) {
      expect(why.length).toBeGreaterThan(0);
      for (const entry of why) {
        const left = sentencesOf(fileAt(at('2026-11-24'), without(questions, [entry])));
        expect([entry, left.map((one) => one.sentence)]).not.toEqual([entry, expect.arrayContaining([sentence])]);
      }
    }
  });

  it('asks no question that nothing raises', () => {
    for (const { id, entries } of whole().gaps) {
      const left = fileAt(at('2026-11-24'), without(questions, entries))?.gaps ?? [];
      expect(left.map((gap) => gap.id)).not.toContain(id);
    }
  });

  it('answers in the form that the interface describes', () => {
    const ajv = addFormats(new Ajv({ strict: false }));
    const check = ajv.compile(CaseFileAnswer);
    expect([check(JSON.parse(JSON.stringify(caseFileAnswer(whole())))), check.errors]).toEqual([true, null]);
  });

  it('never says of the trusts of this record how many are still needed: it does not know of most', () => {
    const against = targetsAt(questions, at('2026-03-31')).flatMap((target) => target.against ?? []);
    expect(against.length).toBe(2);
    for (const { still, figure } of against) {
      expect(figure.notKnown).toBeGreaterThan(150);
      expect(still?.low).toBeLessThan(still?.high ?? 0);
    }
  });
});

function sentencesOf(file: CaseFile | undefined) {
  if (file === undefined) return [];
  const { established, contradictions, splits, forecasts } = file.findings;
  return [...established, ...contradictions, ...splits, ...forecasts];
}

const ABOUT_TRUSTS = ['figure', 'trusts', 'trust'] as const;

/** The same answers about trusts, each worked out once for all the records that follow. */
function answeringOnce(record: ViewQuestions): ViewQuestions {
  const known = new Map<string, unknown>();
  const once =
    (name: (typeof ABOUT_TRUSTS)[number]) =>
    (...asked: unknown[]) => {
      const key = JSON.stringify([name, asked]);
      if (!known.has(key)) known.set(key, (record[name] as (...args: unknown[]) => unknown).apply(record, asked));
      return known.get(key);
    };
  return overlaid(record, Object.fromEntries(ABOUT_TRUSTS.map((name) => [name, once(name)])));
}

/** The record as it would be had some of its entries never been written. */
function without(record: ViewQuestions, entries: readonly number[]): ViewQuestions {
  const kept = ({ sequence }: FactView): boolean => !entries.includes(sequence);
  return overlaid(record, {
    facts: (moment, kind) => {
      const items = record.facts(moment, kind, 0, 10_000).items.filter(kept);
      return { items, total: items.length };
    },
    factsAbout: (moment, kind, id) => record.factsAbout(moment, kind, id).filter(kept),
  });
}

function overlaid(record: ViewQuestions, own: Partial<ViewQuestions>): ViewQuestions {
  return new Proxy(record, {
    get: (target, name) => {
      const value: unknown = Object.hasOwn(own, name) ? own[name as keyof ViewQuestions] : Reflect.get(target, name);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
}
