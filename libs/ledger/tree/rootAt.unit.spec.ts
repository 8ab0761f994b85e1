import { appendLeaf } from './appendLeaf';
import { emptyRoot } from './emptyRoot';
import { leafHash } from './leafHash';
import { nodeHash } from './nodeHash';
import { rootAt } from './rootAt';
import type { Subtree } from './subtree';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The leaf inputs and roots that Certificate Transparency implementations share as test data. */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

function treeOf(inputs: readonly Buffer[]): (subtree: Subtree) => Uint8Array {
  const frontier: Uint8Array[] = [];
  const stored = inputs.map((input, size) => appendLeaf(frontier, size, leafHash(input)));
  return ({ level, index }) => {
    const found = stored[(index + 1) * 2 ** level - 1]?.[level];
    if (!found) throw new Error(`no complete subtree ${level}/${index}`);
    return found;
  };
}

describe('the roots of RFC 6962', () => {
  const inputs = INPUTS.map((input) => Buffer.from(input, 'hex'));

  it.each(ROOTS.map((root, size) => [size, root] as const))('over the first %i published leaves', (size, root) => {
    expect(hex(rootAt(size, treeOf(inputs)))).toBe(root);
    expect(hex(rootAt(size, treeOf(inputs.slice(0, size))))).toBe(root);
  });

  it('over nothing is the hash of nothing', () => {
    expect(hex(emptyRoot())).toBe(ROOTS[0]);
  });
});

it('hashes a text as its UTF-8 bytes', () => {
  expect(hex(leafHash('{"a":"€"}'))).toBe(hex(leafHash(Buffer.from('{"a":"€"}'))));
});

it('joins hashes only', () => {
  expect(() => nodeHash(Buffer.alloc(31), Buffer.alloc(32))).toThrow(TypeError);
});

it.each([-1, 0.5, NaN, 2 ** 53])('has no root over %d entries', (size) => {
  expect(() => rootAt(size, () => Buffer.alloc(32))).toThrow(RangeError);
});

it('does not add a leaf to the frontier of another size', () => {
  expect(() => appendLeaf([], 1, leafHash('x'))).toThrow('frontier of another size');
});
