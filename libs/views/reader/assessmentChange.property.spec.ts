import fc from 'fast-check';
import { parseDay } from '@milepost/domain';
import type { Moment } from '../moment';
import { ArrayLedger } from '../testing/arrayLedger';
import { Oracle } from '../testing/oracle/oracle';
import { Random } from '../testing/random';
import { HISTORY_DAYS, historyDay } from '../testing/randomHistory';
import { Story } from '../testing/story';
import { storedEntries } from '../testing/storedEntries';
import { temporaryFolder } from '../testing/temporaryFolder';
import { ViewsWriter } from '../writer/viewsWriter';
import { LATEST_OF_EACH } from './assessmentChange';
import { ViewsReader } from './viewsReader';

const TRUSTS = Array.from({ length: 3 }, (_, n) => `R${String(n).padStart(2, '0')}`);
const ACTS = 60;

/** Assessments of a few trusts under three versions, corrected into each other and retracted, public whenever. */
function randomAssessments(random: Random): Story['events'] {
  const story = new Story();
  const facts: string[] = [];
  const told = () => ({
    framework: random.chance(0.9) ? 'DMA' : 'EMRAM',
    frameworkVersion: random.pick(['2023', '2024', '2025']),
    careSetting: random.pick(['acute', 'community']),
    scores: { well_led: random.int(1, 5), ...(random.chance(0.8) && { overall: random.int(10, 50) / 10 }) },
    assurance: 'self_assessed',
    ...(random.chance(0.2) && { restated: true }),
    occurredOn: historyDay(random.int(0, HISTORY_DAYS)),
    publicOn: historyDay(random.int(0, HISTORY_DAYS)),
  });
  for (let n = 0; n < ACTS; n += 1) {
    if (facts.length === 0 || random.chance(0.6))
      facts.push(story.fact(`trust-${random.pick(TRUSTS)}`, 'CapabilityAssessed', told()));
    else if (random.chance(0.7)) story.correct(random.pick(facts), told());
    else story.mark('FactRetracted', facts.splice(random.int(0, facts.length - 1), 1)[0] as string, told().publicOn);
  }
  return story.events;
}

interface Score {
  readonly sequence: number;
  readonly score: number;
  readonly restated: boolean;
}

/** From stored entries alone: of every trust, version and care setting the latest score. */
function expected(oracle: Oracle, moment: Moment) {
  const found = new Map<string, Score>();
  const versions = new Set<string>();
  for (const ods of TRUSTS) {
    const facts = oracle
      .facts(moment, ods)
      .filter(
        ({ type, from, data }) =>
          type === 'CapabilityAssessed.v1' &&
          data['framework'] === 'DMA' &&
          from <= moment.asOf &&
          'overall' in (data['scores'] as object),
      )
      .sort((a, b) => b.to - a.to || b.from - a.from || b.by - a.by);
    for (const { by, data } of facts) {
      const { frameworkVersion, careSetting, scores, restated } = data as Record<string, string> & {
        scores: { overall: number };
      };
      versions.add(frameworkVersion as string);
      const key = `${frameworkVersion} ${ods} ${careSetting}`;
      if (!found.has(key)) found.set(key, { sequence: by, score: scores.overall, restated: Boolean(restated) });
    }
  }
  const [earlier, later] = [...versions].sort().slice(-2);
  if (later === undefined) return undefined;
  const pairs = TRUSTS.flatMap((ods) =>
    ['acute', 'community'].flatMap((careSetting) => {
      const [a, b] = [earlier, later].map((version) => found.get(`${version} ${ods} ${careSetting}`));
      return a && b ? [{ ods, careSetting, earlier: a, later: b }] : [];
    }),
  );
  const compared = [...found.keys()].filter((key) => key.startsWith(`${earlier} `) || key.startsWith(`${later} `));
  return { earlier, later, pairs, unpaired: compared.length - 2 * pairs.length };
}

const inOrder = <T extends { ods: string; careSetting: string }>(pairs: readonly T[]): T[] =>
  [...pairs].sort((a, b) => `${a.ods} ${a.careSetting}`.localeCompare(`${b.ods} ${b.careSetting}`));

describe('how two versions of a framework compare', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());

  async function readerOver(ledger: ArrayLedger, name: string): Promise<ViewsReader> {
    const writer = new ViewsWriter(`${folder.path}/${name}`, ledger);
    await writer.applyUpTo();
    writer.close();
    return new ViewsReader(`${folder.path}/${name}`, ledger);
  }

  it('is what the stored entries say, at random moments of random histories', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0 }), async (seed) => {
        const random = new Random(seed);
        const ledger = new ArrayLedger();
        ledger.add(randomAssessments(random));
        const reader = await readerOver(ledger, `views-${seed}`);
        const oracle = new Oracle(storedEntries(ledger));
        const day = (): number => parseDay(historyDay(random.int(-20, HISTORY_DAYS + 40))) as number;
        for (let n = 0; n < 8; n += 1) {
          const moment = {
            asOf: day(),
            size: random.int(0, ledger.entries.length),
            publicBy: random.chance(0.5) ? undefined : day(),
          };
          const answer = reader.assessmentChange(moment, 'DMA', 'overall');
          const wanted = expected(oracle, moment);
          compared += wanted?.pairs.length ?? 0;
          if (!wanted) expect(answer).toBeUndefined();
          else {
            expect(answer).toMatchObject({ earlier: wanted.earlier, later: wanted.later, unpaired: wanted.unpaired });
            expect(inOrder(answer?.pairs ?? [])).toEqual(inOrder(wanted.pairs));
          }
        }
        reader.close();
      }),
      { numRuns: 6 },
    );
    expect(compared).toBeGreaterThan(10);
  }, 120_000);

  it('reads of each trust no more than its latest assessments, however long its history', async () => {
    const story = new Story();
    story.fact('trust-R00', 'TrustRegistered', {
      occurredOn: '2000-01-01',
      name: 'R00',
      kind: 'nhs_trust',
      country: 'England',
    });
    for (let n = 0; n < 3 * LATEST_OF_EACH; n += 1) {
      story.fact('trust-R00', 'CapabilityAssessed', {
        ...{ framework: 'DMA', frameworkVersion: String(2000 + n), careSetting: 'acute', occurredOn: historyDay(n) },
        ...{ scores: { overall: 3 }, assurance: 'self_assessed' },
      });
    }
    const ledger = new ArrayLedger();
    ledger.add(story.events);
    const reader = await readerOver(ledger, 'long');
    const moment = { asOf: parseDay('2100-01-01') as number, size: ledger.entries.length, publicBy: undefined };
    const read = jest.spyOn(ledger, 'entry');
    const last = 2000 + 3 * LATEST_OF_EACH - 1;
    const change = reader.assessmentChange(moment, 'DMA', 'overall');
    expect([change?.earlier, change?.later]).toEqual([String(last - 1), String(last)]);
    expect(read.mock.calls.length).toBeLessThanOrEqual(LATEST_OF_EACH);
    reader.close();
  });
});
