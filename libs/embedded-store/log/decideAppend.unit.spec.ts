import { decideAppend } from './decideAppend';
import type { StreamView } from './decideAppend';

/** A stream of the named ids. */
function streamOf(ids: readonly string[], hasMetadata = false): StreamView {
  return {
    last: ids.length - 1,
    hasMetadata: () => hasMetadata,
    idAt: (revision) => ids[revision],
    firstRevisionOf: (id) => (ids.includes(id) ? ids.indexOf(id) : undefined),
  };
}

describe('deciding an append', () => {
  it('takes the exact last revision, whatever the ids', () => {
    expect(decideAppend(streamOf(['a', 'b']), 1n, ['a', 'b'])).toEqual({ kind: 'append' });
  });

  it('looks no further than the end of the stream for known ids', () => {
    expect(decideAppend(streamOf(['a', 'b']), 0n, ['b', 'c'])).toEqual({ kind: 'wrong-revision' });
    expect(decideAppend(streamOf(['a', 'b']), 0n, ['b'])).toEqual({ kind: 'known', revision: 1 });
  });

  it('refuses a revision beyond every number', () => {
    expect(decideAppend(streamOf(['a']), 0xffff_ffff_ffff_ffffn, ['b'])).toEqual({ kind: 'wrong-revision' });
  });

  it('refuses an empty append at an older revision: there is nothing to be known', () => {
    expect(decideAppend(streamOf(['a', 'b']), 0n, [])).toEqual({ kind: 'wrong-revision' });
    expect(decideAppend(streamOf(['a', 'b']), 'no-stream', [])).toEqual({ kind: 'wrong-revision' });
  });

  it('does not ask whether ids are known where the stream does not exist', () => {
    const view = { ...streamOf([]), firstRevisionOf: () => fail('asked') };
    expect(decideAppend(view, 'any', ['a'])).toEqual({ kind: 'append' });
  });

  it('counts metadata as existing for stream-exists only', () => {
    expect(decideAppend(streamOf([], true), 'stream-exists', ['a'])).toEqual({ kind: 'append' });
    expect(decideAppend(streamOf([], false), 'stream-exists', ['a'])).toEqual({ kind: 'wrong-revision' });
    expect(decideAppend(streamOf([], true), 0n, ['a'])).toEqual({ kind: 'wrong-revision' });
  });
});

function fail(reason: string): never {
  throw new Error(reason);
}
