import fc from 'fast-check';
import { parseDay } from '@milepost/domain';
import type { Moment } from '../moment';
import { ViewsReader } from '../reader/viewsReader';
import { ArrayLedger } from '../testing/arrayLedger';
import type { WrittenEvent } from '../testing/arrayLedger';
import { Oracle } from '../testing/oracle/oracle';
import type { OracleFigure } from '../testing/oracle/oracle';
import { Random } from '../testing/random';
import { HISTORY_DAYS, historyDay, randomHistory } from '../testing/randomHistory';
import { storedEntries } from '../testing/storedEntries';
import { temporaryFolder } from '../testing/temporaryFolder';
import { ViewsWriter } from '../writer/viewsWriter';
import { changedSince, positionAt, positionsAt } from './positionView';

const TRUSTS = Array.from({ length: 12 }, (_, n) => `R${String(n).padStart(2, '0')}`);
const LENGTH = 200;
const POSITIONS = 6;
const RUNS = Number(process.env['MILEPOST_ORACLE_RUNS'] ?? 6);
const METRICS = ['in-scope', 'epr-live', 'epr-live-or-implementing', 'plan-published'] as const;

const counts = ({ numerator, denominator, notKnown }: OracleFigure) => ({ numerator, denominator, notKnown });

/** A position agreed about a random moment of what is held so far, its figures counted by the oracle; some are wrong. */
function agreed(random: Random, n: number, ledger: ArrayLedger, metric: (typeof METRICS)[number]) {
  const size = random.int(0, ledger.entries.length);
  const [asOf, publicBy] = [random.int(0, HISTORY_DAYS), random.int(0, HISTORY_DAYS)].map(historyDay) as [
    string,
    string,
  ];
  const limited = random.chance(0.5);
  const about: Moment = {
    asOf: parseDay(asOf) as number,
    size,
    publicBy: limited ? parseDay(publicBy) : undefined,
  };
  const true_ = counts(new Oracle(storedEntries(ledger)).figure(metric, about));
  const isWrong = random.chance(0.3);
  const figure = { metric, definition: '', ...true_, ...(isWrong && { notKnown: true_.notKnown + 1 }) };
  const data = {
    ...{ title: `Position ${n}`, authority: 'A board', occurredOn: historyDay(HISTORY_DAYS), precision: 'day' },
    ...{ asOf, recordedBy: `size:${size}`, ...(limited && { publicBy }), figures: [figure] },
  };
  return { about, isWrong, metric, data };
}

describe('positions agreed and oracle agree on random histories', () => {
  it('on the figures then, whether they were those of the record, and what has changed since', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = new Random(seed);
        const ledger = new ArrayLedger();
        const folder = temporaryFolder();
        const writer = new ViewsWriter(folder.path, ledger);
        const history = randomHistory(seed, TRUSTS, LENGTH);
        ledger.add(history.slice(0, LENGTH / 2));
        await writer.applyUpTo();
        const before = new ViewsReader(folder.path, ledger);
        const told = Array.from({ length: POSITIONS }, (_, n) => {
          const position = agreed(random, n, ledger, random.pick(METRICS));
          const { definition } = before.figure(position.about, position.metric, undefined);
          const figures = position.data.figures.map((figure) => ({ ...figure, definition }));
          return { ...position, data: { ...position.data, figures } };
        });
        before.close();
        ledger.add(
          told.map(({ data }, n): WrittenEvent => ({
            id: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
            stream: `milepost.position-number-${n}`,
            type: 'PositionAgreed.v1',
            data,
            publicOn: historyDay(HISTORY_DAYS),
          })),
        );
        ledger.add(history.slice(LENGTH / 2));
        await writer.applyUpTo();
        writer.close();
        const reader = new ViewsReader(folder.path, ledger);
        const oracle = new Oracle(storedEntries(ledger));
        try {
          const asOf = parseDay(historyDay(HISTORY_DAYS + 20)) as number;
          expect(positionsAt(reader, { asOf, size: LENGTH / 2, publicBy: undefined })).toEqual([]);
          for (const [n, { about, isWrong, metric }] of told.entries()) {
            const publicBy = about.publicBy === undefined ? undefined : asOf;
            const now: Moment = { asOf, size: ledger.entries.length, publicBy };
            const position = positionAt(reader, now, `number-${n}`);
            if (position === undefined) throw new Error('It is not found.');
            expect(position.about).toEqual(about);
            expect(position.figures[0]).toMatchObject({ same: !isWrong, again: oracle.figure(metric, about) });
            const [since] = changedSince(reader, position, now);
            const later = counts(oracle.figure(metric, now));
            expect(since?.movement?.to).toMatchObject(later);
            const sum = { ...counts(oracle.figure(metric, about)) };
            for (const part of since?.movement?.parts ?? []) {
              sum.numerator += part.numerator;
              sum.denominator += part.denominator;
              sum.notKnown += part.notKnown;
              moved += part.trusts;
            }
            expect(sum).toEqual(later);
            const other = { ...now, publicBy: publicBy === undefined ? asOf : undefined };
            expect(changedSince(reader, position, other)).toEqual([{ metric, movement: undefined }]);
          }
        } finally {
          reader.close();
          folder.remove();
        }
      }),
      { numRuns: RUNS },
    );
    expect(moved).toBeGreaterThan(RUNS);
  }, 240_000);
});
