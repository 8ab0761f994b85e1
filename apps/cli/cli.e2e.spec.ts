import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { odsRow, testServer } from '../server/testing/testServer';
import type { TestServer } from '../server/testing/testServer';
import { CliFailure } from './cliFailure';
import { program } from './program';

describe('the command line', () => {
  let milepost: TestServer;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'milepost-cli-'));
    milepost = await testServer();
    await milepost.register(['RXX']);
  }, 60_000);
  afterAll(async () => {
    await milepost.stop();
    rmSync(folder, { recursive: true });
  });

  /** Runs a command as the shell would, and gives what it wrote and its exit code. */
  const run = async (words: readonly string[], token = milepost.administrator(), url = milepost.url) => {
    const ran = { result: '', told: '', code: 0 };
    const terminal = {
      result: (text: string) => void (ran.result += `${text}\n`),
      tell: (line: string) => void (ran.told += `${line}\n`),
    };
    const env = { MILEPOST_URL: url, MILEPOST_TOKEN: token };
    const command = program({ env, terminal, exit: (code) => (ran.code = code) });
    for (const part of [command, ...command.commands, ...command.commands.flatMap(({ commands }) => commands)]) {
      part.exitOverride().configureOutput({ writeOut: terminal.result, writeErr: terminal.tell });
    }
    try {
      await command.parseAsync(words, { from: 'user' });
    } catch (error) {
      if (error instanceof CliFailure) return { ...ran, told: ran.told + error.message, code: error.exitCode };
      if (error instanceof CommanderError) return { ...ran, code: error.exitCode === 0 ? 0 : 64 };
      throw error;
    }
    return ran;
  };
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('issues a token that alone goes to standard output, lists and revokes it', async () => {
    const issued = await run(['token', 'issue', '--role', 'reporter', '--trust', 'RXX', '--expires', '2099-03-31']);
    expect(issued.result).toMatch(/^mp_[0-9a-f]{20}_\S{43}\n$/);
    const id = issued.result.split('_')[1] ?? '';
    const listed = await run(['token', 'list']);
    expect(listed.result).toContain(`${id}  reporter`);
    // The last day ends at midnight in London, which is an hour earlier in UTC by then.
    expect(listed.result).toContain('until 2099-03-31T23:00:00.000Z  RXX');
    await expect(run(['token', 'revoke', id])).resolves.toMatchObject({ code: 0 });
    await expect(run(['token', 'list', '--json'], issued.result.trim())).resolves.toMatchObject({ code: 1 });
  });

  it('issues a sign-in link that alone goes to standard output, and marks it in the list', async () => {
    const issued = await run(['token', 'link', '--role', 'reporter', '--trust', 'RXX']);
    expect(issued.result).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign-in\?code=mp_[0-9a-f]{20}_\S{43}\n$/);
    expect(issued.told).toContain('it works once, until ');
    const id = issued.result.split('_')[1] ?? '';
    const listed = (await run(['token', 'list'])).result.split('\n');
    expect(listed.find((line) => line.startsWith(id))).toMatch(/ {2}reporter .* {2}RXX {2}sign-in link$/);
    const tooLong = await run(['token', 'link', '--role', 'reader', '--expires', '2099-03-31']);
    expect(tooLong).toMatchObject({ code: 1, result: '', told: expect.stringContaining('7 days at most') as string });
    await expect(run(['token', 'link', '--role', 'administrator'])).resolves.toMatchObject({ code: 1 });
  });

  it('says what the server refused, field by field', async () => {
    const refused = await run(['token', 'issue', '--role', 'king']);
    expect(refused).toMatchObject({ code: 1, result: '' });
    expect(refused.told).toContain('/role: ');
  });

  it('imports a file as a dry run, then for good, and says by its exit code what was refused', async () => {
    const programme = await milepost.token('programme');
    const good = file('etr.csv', odsRow('RXX') + odsRow('RYY'));
    const words = ['import', 'ods', good, '--as-at', '2024-02-01'];
    const dry = await run([...words, '--dry-run'], programme);
    expect(dry).toMatchObject({ code: 0, result: expect.stringContaining('Dry run of ods-etr') as string });
    const done = await run(words, programme);
    expect(done).toMatchObject({
      code: 0,
      result: expect.stringContaining('Import of ods-etr into milepost') as string,
    });
    const again = await run([...words, '--json'], programme);
    expect(JSON.parse(again.result)).toMatchObject([{ events: { recorded: 0 }, exitCode: 0 }]);
    const bad = await run(['import', 'ods', file('ect.csv', '"R","too few"\r\n'), '--as-at', '2024-02-01'], programme);
    expect(bad.code).toBe(1);
    expect(bad.result).toMatch(/ect\.csv:1/);
  });

  it('goes through the record step by step, over all pages', async () => {
    const asked = ['replay', '--along', 'asOf', '--from', '2010-01-01', '--to', '2013-01-31', '--metric', 'in-scope'];
    const { result, code } = await run(asked);
    const lines = result.trim().split('\n');
    expect([code, lines[0]]).toEqual([0, 'Along asOf, 37 steps from 2010-01-01:']);
    expect(lines.filter((line) => /^\d{4}-/.test(line))).toHaveLength(37);
    const opening = lines.indexOf('2010-04-30');
    // Others of these tests bring in trusts of their own.
    expect(lines[opening + 1]).toMatch(/^ {2}in-scope: (\d) of \1 trusts? \(100%\)$/);
    expect(lines.slice(opening + 2, opening + 4)).toContainEqual(
      expect.stringMatching(/^ {4}RXX scope, now yes, entry \d+$/),
    );
    const changes = await run([...asked, '--changes', '--json']);
    expect(
      changes.result
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toMatchObject([{ step: 4, at: { asOf: '2010-04-30' } }]);
    await expect(run(['replay', '--along', 'asOf', '--every', 'entry'])).resolves.toMatchObject({ code: 1 });
  });

  it('gives a figure as a range in words', async () => {
    const { result } = await run(['figures', 'epr-live', '--as-of', '2024-06-01']);
    expect(result).toMatch(/epr-live on 2024-06-01/);
    expect(result).toMatch(/between 0 and \d of \d trusts \(0% to 100%\)/);
  });

  it('rebuilds the views and says over how much', async () => {
    const rebuilt = await run(['rebuild']);
    expect(rebuilt).toMatchObject({ code: 0, result: expect.stringMatching(/rebuilt over \d+ entries/) as string });
    await milepost.http.get('/api/v1/trusts/RXX').expect(200);
  });

  it('says where it looked for a server that is not there', async () => {
    const unreached = await run(['token', 'list'], 'mp_x', 'http://127.0.0.1:9');
    expect(unreached).toMatchObject({ code: 2, told: expect.stringContaining('http://127.0.0.1:9') as string });
  });

  it.each([
    [['import', 'nonsense', 'x.csv']],
    [['import', 'ods']],
    [['import', 'public-record', 'trusts.csv']],
    [['import', 'dma', 'not-there.csv']],
    [['token', 'issue']],
    [['token', 'issue', '--role', 'reader', '--expires', 'soon']],
    [['unknown']],
  ])('refuses %j as a wrong use', async (words) => {
    await expect(run(words)).resolves.toMatchObject({ code: 64 });
  });

  it('explains itself, with examples and exit codes', async () => {
    const help = await run(['--help']);
    expect(help.result).toContain('Exit codes:');
    expect((await run(['import', '--help'])).result).toContain('milepost import ods etr.csv');
  });
});
