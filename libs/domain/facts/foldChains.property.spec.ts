import * as fc from 'fast-check';
import type { Told } from '../testing/story';
import { eventId, stream } from '../testing/story';
import { formatDay } from '../time/day';
import { effectiveVersions } from './effectiveVersions';

type Deed = 'state' | 'correct' | 'retract' | 'reinstate';
interface Act {
  readonly deed: Deed;
  readonly fact: number;
  readonly publicOn: number;
}

const FIRST = 20_000;
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    deed: fc.constantFrom<Deed[]>('state', 'correct', 'retract', 'reinstate'),
    fact: fc.nat({ max: 3 }),
    publicOn: fc.integer({ min: FIRST, max: FIRST + 9 }),
  }),
  { maxLength: 14 },
);

/** Keeps of random acts those that can follow, and tells them; beside them, in plain words, what each one put into effect. */
function story(random: readonly Act[]) {
  const told: Told[] = [];
  const facts: { id: number; links: { entry: number; publicOn: number; says: string | undefined }[] }[] = [];
  for (const { deed, fact: pick, publicOn } of random) {
    const entry = told.length;
    const fact = facts[pick % Math.max(facts.length, 1)];
    const last = fact?.links.at(-1);
    const day = formatDay(publicOn);
    const data = { occurredOn: '2020-01-01', precision: 'day', name: `name ${entry}` };
    const says = `name ${entry}`;
    if (deed === 'state') {
      told.push({ type: 'TrustRenamed.v1', data, publicOn: day });
      facts.push({ id: entry, links: [{ entry, publicOn, says }] });
    } else if (fact && last && (deed === 'reinstate') === (last.says === undefined)) {
      const names = { fact: eventId(fact.id), replaces: eventId(last.entry), reason: 'so' };
      if (deed === 'correct') {
        const corrects = { ...names, type: 'TrustRenamed.v1' };
        told.push({ type: 'FactCorrected.v1', data: { ...data, corrects }, publicOn: day });
        fact.links.push({ entry, publicOn, says });
      } else if (deed === 'retract') {
        told.push({ type: 'FactRetracted.v1', data: names, publicOn: day });
        fact.links.push({ entry, publicOn, says: undefined });
      } else {
        told.push({ type: 'FactReinstated.v1', data: names, publicOn: day });
        fact.links.push({ entry, publicOn, says: fact.links.at(-2)?.says });
      }
    }
  }
  return { told, facts };
}

it('of every fact, the last that a moment can see of size and public day is in effect', () => {
  fc.assert(
    fc.property(acts, fc.nat({ max: 14 }), fc.integer({ min: FIRST - 1, max: FIRST + 9 }), (random, size, publicBy) => {
      const { told, facts } = story(random);
      const expected = facts
        .map(({ links }) => links.findLast((link) => link.entry < size && link.publicOn <= publicBy))
        .filter((link) => link?.says !== undefined)
        .map((link) => [link?.entry, link?.says]);
      const found = effectiveVersions(stream(...told), { size, publicBy }).map(({ sequence, data }) => [
        sequence,
        data['name'],
      ]);
      expect(found).toEqual(expected.sort((a, b) => Number(a[0]) - Number(b[0])));
    }),
    { numRuns: 500 },
  );
});
