const BITS_PER_ID = 24;
const PROBES = 12;

/**
 * A Bloom filter over the ids of one run of indexed events: says "not here" for certain, "here" wrongly about once in a hundred thousand.
 * It answers whether an id is new without an index over random ids, whose pages would cost more to write than the events.
 */
export class IdFilter {
  constructor(readonly bytes: Uint8Array) {}

  static over(ids: readonly string[]): IdFilter {
    const filter = new IdFilter(new Uint8Array(Math.ceil((Math.max(ids.length, 1) * BITS_PER_ID) / 8)));
    for (const id of ids) filter.add(id);
    return filter;
  }

  mayHold(id: string): boolean {
    const [start, step] = hashes(id);
    const bits = this.bytes.length * 8;
    for (let probe = 0, at = start; probe < PROBES; probe++, at = (at + step) >>> 0) {
      const bit = at % bits;
      if (((this.bytes[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
    }
    return true;
  }

  private add(id: string): void {
    const [start, step] = hashes(id);
    const bits = this.bytes.length * 8;
    for (let probe = 0, at = start; probe < PROBES; probe++, at = (at + step) >>> 0) {
      const bit = at % bits;
      this.bytes[bit >>> 3] = (this.bytes[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  }
}

/** Two hashes of a UUID, also where ids were counted up rather than drawn. */
function hashes(id: string): [number, number] {
  const words = [id.slice(0, 8), id.slice(9, 13) + id.slice(14, 18), id.slice(19, 23) + id.slice(24, 28), id.slice(28)];
  let first = 0x9e3779b9;
  let second = 0x85ebca6b;
  for (const word of words) {
    const value = parseInt(word, 16);
    first = mix(first ^ value);
    second = mix((second + value) | 0);
  }
  return [first >>> 0, (second | 1) >>> 0];
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
