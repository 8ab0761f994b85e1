import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser from the npm package, else an installed Chrome; undefined where neither runs, with the reason on the console. */
export async function openBrowser(): Promise<Browser | undefined> {
  const reasons: string[] = [];
  for (const open of [packagedBrowser, installedBrowser]) {
    try {
      return await open();
    } catch (error) {
      reasons.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  console.warn(`No browser runs here: ${reasons.join(' ')}`);
  return undefined;
}

async function packagedBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The packaged browser is for Linux on x64.');
  const home = await unpacked();
  const env = { ...process.env, FONTCONFIG_FILE: await fontsOf(home) };
  return chromium.launch({ executablePath: join(home, 'chromium'), args: QUIET, env });
}

async function installedBrowser(): Promise<Browser> {
  return chromium.launch({ channel: 'chrome', args: QUIET });
}

/** The package's files, unpacked once a version: into a folder of this process's own, then moved in one step, since tests run side by side. */
async function unpacked(): Promise<string> {
  const home = join(tmpdir(), `milepost-chromium-${packageVersion()}`);
  if (existsSync(home)) return home;
  const work = await mkdtemp(join(tmpdir(), 'milepost-chromium-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = work;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await rename(work, home).catch(async (error: unknown) => {
    await rm(work, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  });
  return home;
}

/** The package brings fonts of its own, so that a page looks the same wherever it is tested. */
async function fontsOf(home: string): Promise<string> {
  const file = join(home, 'fonts.conf');
  const dir = join(home, 'fonts');
  const text = `<fontconfig><dir>${dir}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>`;
  await writeFile(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">${text}`);
  return file;
}

function packageVersion(): string {
  const folder = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}
