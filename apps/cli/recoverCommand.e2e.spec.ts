import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodyOf } from '../server/testing/bodyOf';
import { testServer } from '../server/testing/testServer';
import { recoverCommand } from './recoverCommand';

describe('an administrator’s token that was lost', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'milepost-recover-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  const recover = async (folder = dataDir, ledger = 'milepost') => {
    const results: string[] = [];
    const terminal = { result: (text: string) => void results.push(text), tell: () => undefined };
    await recoverCommand(terminal, { dataDir: folder, eventStoreUrl: undefined }, ledger);
    return results;
  };

  it('is replaced on the machine alone, with the server stopped, and on record', async () => {
    const first = await testServer({ dataDir });
    await expect(recover()).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining('Stop it first') as string,
    });
    await first.stop();
    const [token = '', ...more] = await recover();
    expect(more).toEqual([]);

    const second = await testServer({ dataDir });
    try {
      const listed = await second.http.get('/api/v1/tokens').auth(token, { type: 'bearer' }).expect(200);
      const { items } = bodyOf<{ items: { id: string; role: string; issuedBy: string }[] }>(listed);
      expect(items[0]).toMatchObject({
        id: token.split('_')[1],
        role: 'administrator',
        issuedBy: items.at(-1)?.issuedBy,
      });
    } finally {
      await second.stop();
    }
  }, 60_000);

  it('makes neither a store nor a ledger that is not there', async () => {
    await expect(recover(join(dataDir, 'nowhere'))).rejects.toMatchObject({
      message: expect.stringContaining('no store') as string,
    });
    await expect(recover(dataDir, 'another')).rejects.toMatchObject({
      message: expect.stringContaining('no ledger another') as string,
    });
  }, 60_000);
});
