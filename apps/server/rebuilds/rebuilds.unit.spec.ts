import type { BuiltViews } from '@milepost/views';
import { Rebuilds } from './rebuilds';

function setUp() {
  let now = 0;
  let built: (views: BuiltViews) => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  const adopted: string[] = [];
  const rebuilds = new Rebuilds(
    () => (now += 1000),
    () => new Promise((resolve, reject) => ((built = resolve), (failed = reject))),
    (name) => adopted.push(name),
  );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    rebuilds,
    adopted,
    built: (name: string) => built({ name, size: 7 }),
    failed: (error: Error) => failed(error),
    settled,
  };
}

describe('a rebuild', () => {
  it('builds, switches, and is done once the writer has taken it', async () => {
    const { rebuilds, adopted, built, settled } = setUp();
    rebuilds.start();
    expect(rebuilds.list()).toMatchObject([{ state: 'building', entries: undefined }]);
    built('views-2.sqlite');
    await settled();
    expect(adopted).toEqual(['views-2.sqlite']);
    expect(rebuilds.list()).toMatchObject([{ state: 'switching', entries: 7 }]);
    rebuilds.adopted('views-1.sqlite', undefined);
    rebuilds.adopted('views-2.sqlite', undefined);
    await settled();
    expect(rebuilds.list()).toMatchObject([{ state: 'done', finishedAt: 2000 }]);
  });

  it('says why it failed, whether in building or in switching, and lets another begin', async () => {
    const { rebuilds, built, failed, settled } = setUp();
    rebuilds.start();
    failed(new Error('disk full'));
    await settled();
    rebuilds.start();
    built('views-3.sqlite');
    await settled();
    rebuilds.adopted('views-3.sqlite', 'file gone');
    await settled();
    expect(rebuilds.list().map(({ state, reason }) => [state, reason])).toEqual([
      ['failed', 'file gone'],
      ['failed', 'disk full'],
    ]);
  });

  it('runs one at a time', () => {
    const { rebuilds } = setUp();
    rebuilds.start();
    expect(() => rebuilds.start()).toThrow('is not done yet');
  });
});
