import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LaunchOptions } from 'playwright-core';

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

const CHROMES = [
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  join(process.env.PROGRAMFILES ?? 'C:\\Program Files', 'Google', 'Chrome', 'Application', 'chrome.exe'),
];

/**
 * How to start a browser here: the one of the npm package where it runs, else an installed Chrome, else undefined.
 * Found out without waiting, since tests that have to be skipped must say so before they begin.
 */
export function findBrowser(): LaunchOptions | undefined {
  const packaged = packagedBrowser();
  if (packaged) return packaged;
  const executablePath = CHROMES.find((path) => existsSync(path));
  return executablePath === undefined ? undefined : { executablePath, args: QUIET };
}

function packagedBrowser(): LaunchOptions | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const home = unpacked();
  const executablePath = join(home, 'chromium');
  if (spawnSync(executablePath, ['--version', '--no-sandbox']).status !== 0) return undefined;
  return {
    executablePath,
    args: QUIET,
    env: { ...process.env, FONTCONFIG_FILE: fontsOf(home) },
  };
}

/** The package's files, unpacked once a version: into a folder of this process's own, then moved in one step, since tests run side by side. */
function unpacked(): string {
  const entry = require.resolve('@sparticuz/chromium');
  const manifest = join(dirname(entry), '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const home = join(tmpdir(), `milepost-chromium-${version}`);
  if (existsSync(home)) return home;
  const work = mkdtempSync(join(tmpdir(), 'milepost-chromium-'));
  const script = `require(${JSON.stringify(entry)}).executablePath().catch(() => process.exit(1))`;
  spawnSync(process.execPath, ['-e', script], { env: { ...process.env, TMPDIR: work } });
  try {
    renameSync(work, home);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

/** The package brings fonts of its own, so that a page looks the same wherever it is tested. */
function fontsOf(home: string): string {
  const file = join(home, 'fonts.conf');
  const folders = `<dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir>`;
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}</fontconfig>`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  return file;
}
