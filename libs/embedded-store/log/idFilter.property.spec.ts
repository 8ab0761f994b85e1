import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { IdFilter } from './idFilter';

describe('the filter of ids', () => {
  it('never denies an id that it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { maxLength: 300 }), (ids) => {
        const filter = new IdFilter(IdFilter.over(ids).bytes);
        expect(ids.every((id) => filter.mayHold(id))).toBe(true);
      }),
    );
  });

  it.each<[string, (n: number) => string]>([
    ['drawn', () => randomUUID()],
    ['counted up', (n) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`],
  ])('denies nearly all others, where ids were %s', (_how, idOf) => {
    const filter = IdFilter.over(Array.from({ length: 4096 }, (_, n) => idOf(n)));
    const others = Array.from({ length: 20_000 }, (_, n) => idOf(4096 + n));
    expect(others.filter((id) => filter.mayHold(id)).length).toBeLessThan(20);
  });
});
