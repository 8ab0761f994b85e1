import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { appendLeaf } from './appendLeaf';
import { leafHash } from './leafHash';
import { rootAt } from './rootAt';

/** RFC 6962 section 2.1, word for word: MTH over a list of inputs. */
function mth(inputs: readonly Uint8Array[]): Buffer {
  if (inputs.length === 0) return createHash('sha256').digest();
  if (inputs.length === 1) return createHash('sha256').update(Buffer.of(0)).update(inputs[0]!).digest();
  let k = 1;
  while (k * 2 < inputs.length) k *= 2;
  const [left, right] = [mth(inputs.slice(0, k)), mth(inputs.slice(k))];
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();
}

it('is the definition, at every size up to the last, from hashes stored once', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 }), (inputs) => {
      const frontier: Uint8Array[] = [];
      const stored = inputs.map((input, size) => appendLeaf(frontier, size, leafHash(input)));
      for (let size = 0; size <= inputs.length; size += 1) {
        const root = rootAt(size, ({ level, index }) => stored[(index + 1) * 2 ** level - 1]![level]!);
        expect(Buffer.from(root)).toEqual(mth(inputs.slice(0, size)));
      }
    }),
  );
});

it('reads no more than one hash a bit of the size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (size) => {
      let reads = 0;
      rootAt(size, () => {
        reads += 1;
        return Buffer.alloc(32);
      });
      expect(reads).toBe(size.toString(2).replaceAll('0', '').length);
    }),
  );
});
