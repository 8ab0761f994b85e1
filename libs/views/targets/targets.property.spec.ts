import fc from 'fast-check';
import { parseDay } from '@milepost/domain';
import type { TargetMember } from '@milepost/domain';
import type { Moment } from '../moment';
import { ViewsReader } from '../reader/viewsReader';
import { ArrayLedger } from '../testing/arrayLedger';
import type { Fact } from '../testing/oracle/effective';
import { chains, effective } from '../testing/oracle/effective';
import { Oracle } from '../testing/oracle/oracle';
import { leastAtPercent, saidOfTarget } from '../testing/oracle/plainTargets';
import { Random } from '../testing/random';
import { HISTORY_DAYS, historyDay, randomHistory } from '../testing/randomHistory';
import { randomTargets } from '../testing/randomTargets';
import { storedEntries } from '../testing/storedEntries';
import { temporaryFolder } from '../testing/temporaryFolder';
import { ViewsWriter } from '../writer/viewsWriter';
import { targetAt, targetsAt } from './targetView';
import type { TargetView } from './targetView';

const IDS = Array.from({ length: 30 }, (_, n) => `one-${n}`);
const LENGTH = 500;
const MOMENTS = 10;
/** Sixty histories of targets and programmes a run, at ten moments each. */
const RUNS = Number(process.env['MILEPOST_ORACLE_RUNS'] ?? 10);
const TRUSTS = ['RAA', 'RBB', 'RCC'];

function randomMoment(random: Random, size: number): Moment {
  const day = (): number => parseDay(historyDay(random.int(-20, HISTORY_DAYS + 40))) as number;
  return {
    asOf: day(),
    size: random.chance(0.3) ? size : random.int(0, size),
    publicBy: random.chance(0.5) ? undefined : day(),
  };
}

const ABOUT: Readonly<Record<string, RegExp>> = {
  target: /^(Target|Threshold|Deadline)/,
  programme: /^Programme/,
};

describe('targets and oracle agree on random histories at random moments', () => {
  it('on what each says, who said it, and how many trusts its share asks for', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = new Random(seed);
        const ledger = new ArrayLedger();
        ledger.add(randomHistory(seed, TRUSTS, 60));
        ledger.add(renumbered(randomTargets(seed, IDS, LENGTH), ledger.entries.length));
        const folder = temporaryFolder();
        const writer = new ViewsWriter(folder.path, ledger);
        await writer.applyUpTo();
        writer.close();
        const reader = new ViewsReader(folder.path, ledger);
        const entries = storedEntries(ledger);
        const [oracle, all] = [new Oracle(entries), chains(entries)];
        try {
          for (let n = 0; n < MOMENTS; n += 1) {
            const moment = randomMoment(random, entries.length);
            const facts = effective(all, moment).filter(({ from }) => from <= moment.asOf);
            const listed = new Map(targetsAt(reader, moment).map((view) => [view.id, view]));
            for (const id of IDS) {
              compared += agree(facts, 'target', id, listed.get(id), moment, oracle);
              compared += agree(facts, 'programme', id, listed.get(`${id}-end`), moment, oracle);
            }
            const [one] = listed.values();
            if (one) expect(targetAt(reader, moment, one.id)).toEqual(one);
          }
        } finally {
          reader.close();
          folder.remove();
        }
      }),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(100 * RUNS);
  }, 240_000);
});

/** Gives 1 where there was something to compare. */
function agree(
  facts: readonly Fact[],
  kind: 'target' | 'programme',
  id: string,
  view: TargetView | undefined,
  moment: Moment,
  oracle: Oracle,
): number {
  const about = facts.filter(({ stream, type }) => stream.endsWith(`.${kind}-${id}`) && ABOUT[kind]?.test(type));
  const says = (thing: Parameters<typeof saidOfTarget>[1]) => saidOfTarget(about, thing, moment.asOf);
  const hasDate = about.some((fact) => saidOfTarget([fact], 'date', Infinity).value !== undefined);
  expect(view !== undefined).toBe(about.length > 0 && (kind === 'target' || hasDate));
  if (view === undefined) return 0;
  const { state, status, against } = view;
  same(state.wording, says('wording'), (value) => value);
  same(state.metric, says('metric'), (value) => value);
  same(state.threshold, says('share'), ({ low }) => low);
  same(state.deadline, says('date'), ({ text }) => [text.on, text.precision]);
  const withdrawn = says('withdrawn').value;
  expect(status).toBe(withdrawn === undefined ? 'not-known' : withdrawn === 'true' ? 'withdrawn' : 'in-force');
  const metric = state.metric.value === 'epr_coverage' ? 'epr-live' : 'epr-live-or-implementing';
  if (against !== undefined) {
    const { numerator, denominator, notKnown } = oracle.figure(metric, moment);
    expect(against).toMatchObject({ metric, figure: { numerator, denominator, notKnown } });
    const needed = leastAtPercent(state.threshold.value?.low ?? 0, denominator);
    const missing = { needed, low: Math.max(0, needed - numerator - notKnown), high: Math.max(0, needed - numerator) };
    expect(against.still).toEqual(state.threshold.value === undefined ? undefined : missing);
  }
  expect(against === undefined).toBe(!/^epr_coverage/.test(state.metric.value ?? ''));
  return 1;
}

function same<T>(member: TargetMember<T>, said: ReturnType<typeof saidOfTarget>, plain: (value: T) => unknown): void {
  const value = member.value === undefined ? undefined : JSON.stringify(plain(member.value));
  expect({ value, by: member.why, open: member.open }).toEqual({ value: said.value, by: said.by, open: said.open });
}

/** Ids of a second story, so that no two entries share one. */
function renumbered(events: ReturnType<typeof randomTargets>, offset: number): ReturnType<typeof randomTargets> {
  const text = JSON.stringify(events).replaceAll(
    /00000000-0000-4000-8000-(\d{12})/g,
    (_, n: string) => `00000000-0000-4000-8000-${String(Number(n) + offset).padStart(12, '0')}`,
  );
  return JSON.parse(text) as ReturnType<typeof randomTargets>;
}
