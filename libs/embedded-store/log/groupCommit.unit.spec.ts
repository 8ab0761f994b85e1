import type { Append, AppendOutcome } from './append';
import type { EventLog } from './eventLog';
import { GroupCommit } from './groupCommit';

const append = (stream: string, bytes = 10): Append => ({
  stream,
  expected: 'any',
  events: [{ id: 'x', type: Buffer.from('T'), json: false, metadata: Buffer.alloc(0), data: Buffer.alloc(bytes) }],
  deadline: undefined,
});

/** A log that notes its groups and does as it is told. */
function fakeLog(commit: (group: readonly Append[]) => void = () => undefined): { log: EventLog; groups: string[][] } {
  const groups: string[][] = [];
  const log = {
    isUntidy: false,
    commit: (group: readonly Append[]) => {
      groups.push(group.map(({ stream }) => stream));
      commit(group);
      return {
        outcomes: group.map((_, index): AppendOutcome => ({ kind: 'stored', revision: index, position: 1 })),
        events: [],
      };
    },
  };
  return { log: log as unknown as EventLog, groups };
}

const answered = (commits: GroupCommit, one: Append): Promise<AppendOutcome> =>
  new Promise((resolve) => commits.append(one, resolve));

describe('group commit', () => {
  it('stores what one turn brought with one sync, in the order in which it came', async () => {
    const { log, groups } = fakeLog();
    const commits = new GroupCommit(log);
    const outcomes = await Promise.all(['a', 'b', 'c'].map((stream) => answered(commits, append(stream))));
    expect(groups).toEqual([['a', 'b', 'c']]);
    expect(outcomes.map((outcome) => ('revision' in outcome ? outcome.revision : -1))).toEqual([0, 1, 2]);
  });

  it('gives what came meanwhile the next sync', async () => {
    const { log, groups } = fakeLog();
    const commits = new GroupCommit(log);
    const later: Promise<AppendOutcome>[] = [];
    await new Promise<void>((resolve) =>
      commits.append(append('a'), () => {
        later.push(answered(commits, append('b')), answered(commits, append('c')));
        resolve();
      }),
    );
    await Promise.all(later);
    expect(groups).toEqual([['a'], ['b', 'c']]);
  });

  it('bounds what one transaction holds', async () => {
    const { log, groups } = fakeLog();
    const commits = new GroupCommit(log);
    const megabyte = 1024 * 1024;
    await Promise.all(Array.from({ length: 10 }, (_, index) => answered(commits, append(String(index), megabyte))));
    expect(groups.every((group) => group.length <= 4)).toBe(true);
    expect(groups.flat()).toEqual(Array.from({ length: 10 }, (_, index) => String(index)));
  });

  it('settles once all are answered', async () => {
    const commits = new GroupCommit(fakeLog().log);
    let answers = 0;
    for (let index = 0; index < 3; index++) commits.append(append('s'), () => (answers += 1));
    await commits.settled();
    expect(answers).toBe(3);
    await commits.settled();
  });

  it('says that nothing was stored where the disk is full, and goes on afterwards', async () => {
    let isFull = true;
    const { log } = fakeLog(() => {
      if (isFull) throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
    });
    const commits = new GroupCommit(log);
    expect(await answered(commits, append('s'))).toMatchObject({ kind: 'refused', code: 8 });
    isFull = false;
    expect(await answered(commits, append('s'))).toMatchObject({ kind: 'stored' });
  });

  it('leaves open what became of a group where the disk failed, and takes no more', async () => {
    const { log, groups } = fakeLog(() => {
      throw Object.assign(new Error('disk I/O error'), { errcode: 10 });
    });
    const commits = new GroupCommit(log);
    expect(await answered(commits, append('s'))).toMatchObject({ kind: 'unknown' });
    expect(await answered(commits, append('s'))).toMatchObject({ kind: 'refused', code: 14 });
    expect(groups).toHaveLength(1);
  });
});
