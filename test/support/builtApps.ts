import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** Where a test can run the apps as processes and threads of their own: built, in a folder that sees the packages. */
export interface BuiltApps {
  /** Path of a built file, for example `apps/event-store/main.js`. */
  file(path: string): string;
  remove(): void;
}

/** Builds the sources, about a second. A test that only reads `dist` would hold yesterday's code. */
export function builtApps(sources: readonly string[]): BuiltApps {
  const cache = join(ROOT, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'milepost-built-'));
  const swc = join(ROOT, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  execFileSync(process.execPath, [swc, ...sources, '-d', folder, '--copy-files', '-q'], { cwd: ROOT, stdio: 'pipe' });
  return {
    file: (path) => join(folder, path),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
