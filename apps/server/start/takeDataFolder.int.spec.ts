import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeDataFolder } from './takeDataFolder';

const someFolder = (): string => mkdtempSync(join(tmpdir(), 'milepost-'));

/** Takes the folder in a process of its own, as a second server would, and says so on its output. */
const HOLDER = `
  const { DatabaseSync } = require('@photostructure/sqlite');
  const lock = new DatabaseSync(process.argv[1] + '/lock', { timeout: 0 });
  lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  process.stdout.write('taken');
  setInterval(() => {}, 1000);
`;

describe('the data folder', () => {
  it('is made where there is none, and taken again after it was let go', () => {
    const folder = join(someFolder(), 'new', 'one');
    takeDataFolder(folder).letGo();
    takeDataFolder(folder).letGo();
  });

  it('is refused while another server has it', () => {
    const folder = someFolder();
    const taken = takeDataFolder(folder);
    expect(() => takeDataFolder(folder)).toThrow(
      `Another Milepost server has the data folder ${folder}. Stop it first`,
    );
    taken.letGo();
  });

  it('is free again once the process that had it was killed', async () => {
    const folder = someFolder();
    const holder = spawn(process.execPath, ['-e', HOLDER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    expect(() => takeDataFolder(folder)).toThrow('Another Milepost server');
    const ended = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await ended;
    takeDataFolder(folder).letGo();
  });

  it('is refused where a file is in its place', () => {
    const file = join(someFolder(), 'file');
    writeFileSync(file, '');
    expect(() => takeDataFolder(file)).toThrow('cannot be written to');
  });

  const asRoot = process.getuid?.() === 0;
  (asRoot ? it.skip : it)('is refused where it is not writable', () => {
    const folder = someFolder();
    chmodSync(folder, 0o500);
    expect(() => takeDataFolder(folder)).toThrow('Make it writable, or set MILEPOST_DATA_DIR to another folder');
  });
});
