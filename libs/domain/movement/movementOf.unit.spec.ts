import type { MovementClues, MovementPath } from './movementOf';
import { movementOf } from './movementOf';
import type { Stand } from './stand';

const IN: Stand = { scope: { level: 'in', why: 1 }, verdict: { level: 'not-known', why: -1 } };
const out = (why: number): Stand => ({ ...IN, scope: { level: 'out', why } });
const says = (level: string, why: number): Stand => ({ ...IN, verdict: { level, why } });
const YES = says('yes', 5);

const CLUES: MovementClues<string> = {
  learned: (_, { after: { why } }) => ({ corrected: why === 6, entry: why }),
  closed: (_, { why }) => (why === 8 ? 'merged' : why === 9 ? 'closed' : undefined),
  inherited: (_, { why }) => why === 10,
  lapsed: (_, { why }) => why === 11,
};

/** The one trust's place, where it is as told at M1, on that day as known at M2, at M2, and by M2's definition. */
function placed(...points: readonly [Stand, Stand, Stand, Stand]) {
  const path: MovementPath<string> = {
    counting: 'verdict',
    points: points.map((stand) => new Map([['RXX', stand]])) as never,
    backwards: false,
  };
  return movementOf(path, CLUES).moved.map(({ part, cause, numerator, denominator, notKnown, entry }) => ({
    part: cause === undefined ? part : `${part}: ${cause}`,
    counts: [numerator, denominator, notKnown],
    entry,
  }));
}
const knowledge = (before: Stand, after: Stand) => placed(before, after, after, after);
const time = (before: Stand, after: Stand) => placed(before, before, after, after);

describe('where a trust that moves is placed', () => {
  it('by what became known of the first day', () => {
    expect(knowledge(IN, YES)).toEqual([{ part: 'learned-later', counts: [1, 0, -1], entry: 5 }]);
    expect(knowledge(IN, says('yes', 6))).toEqual([{ part: 'correction', counts: [1, 0, -1], entry: 6 }]);
    expect(knowledge(out(-1), IN)).toEqual([{ part: 'learned-later', counts: [0, 1, 1], entry: 1 }]);
  });

  it('by openings, closings, mergers and what a succession hands on', () => {
    expect(time(out(-1), IN)).toEqual([{ part: 'scope: opened', counts: [0, 1, 1], entry: 1 }]);
    expect(time(YES, out(8))).toEqual([{ part: 'scope: merged', counts: [-1, -1, 0], entry: 8 }]);
    expect(time(YES, out(9))).toEqual([{ part: 'scope: closed', counts: [-1, -1, 0], entry: 9 }]);
    expect(time(IN, says('yes', 10))).toEqual([{ part: 'scope: inherited', counts: [1, 0, -1], entry: 10 }]);
    expect(time(YES, says('no', 10))).toEqual([{ part: 'scope: lost', counts: [-1, 0, 0], entry: 10 }]);
  });

  it('by what came to pass', () => {
    expect(time(IN, YES)).toEqual([{ part: 'progress', counts: [1, 0, -1], entry: 5 }]);
    expect(time(says('no', 3), IN)).toEqual([{ part: 'progress', counts: [0, 0, 1], entry: 3 }]);
    expect(time(YES, says('not-known', 11))).toEqual([{ part: 'lapsed', counts: [-1, 0, 1], entry: 11 }]);
    expect(time(YES, says('not-known', 7))).toEqual([{ part: 'no-longer-met', counts: [-1, 0, 1], entry: 7 }]);
  });

  it('by another definition', () => {
    expect(placed(IN, IN, IN, YES)).toEqual([{ part: 'definition', counts: [1, 0, -1], entry: 5 }]);
  });

  it('in several parts where it moved at several steps, though it ends where it began', () => {
    expect(placed(IN, YES, says('not-known', 7), says('not-known', 7))).toEqual([
      { part: 'learned-later', counts: [1, 0, -1], entry: 5 },
      { part: 'no-longer-met', counts: [-1, 0, 1], entry: 7 },
    ]);
  });

  it('nowhere where only the entry that decides is another', () => {
    expect(time(YES, says('yes', 7))).toEqual([]);
  });

  it('in a group by its move, and out of the other', () => {
    const [before, after] = ['Y56', 'Y60'].map((level, n): Stand => ({ ...YES, group: { level, why: 20 + n } }));
    const path = (group: string) => {
      const points = [before, before, after, after].map((stand) => new Map([['RXX', stand as Stand]])) as never;
      const [only] = movementOf({ counting: 'verdict', points, backwards: false }, CLUES, group).moved;
      return { part: only?.part, cause: only?.cause, numerator: only?.numerator, entry: only?.entry };
    };
    expect(path('Y56')).toEqual({ part: 'scope', cause: 'moved', numerator: -1, entry: 21 });
    expect(path('Y60')).toEqual({ part: 'scope', cause: 'moved', numerator: 1, entry: 21 });
  });

  it('refuses what does not add up rather than hiding it', () => {
    const steady = new Map([['RXX', YES]]);
    const shifty = new Map([['RXX', IN]]);
    shifty.values = () => steady.values();
    expect(() =>
      movementOf({ counting: 'verdict', points: [steady, steady, steady, shifty], backwards: false }, CLUES),
    ).toThrow(RangeError);
  });
});
