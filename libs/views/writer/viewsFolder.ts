import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const POINTER = 'views.current';
const FILE_FORM = /^views-(\d+)\.sqlite$/;

/** Name of the views file that is in use; undefined where there is none. */
export function currentViews(folder: string): string | undefined {
  let name: string;
  try {
    name = readFileSync(join(folder, POINTER), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return FILE_FORM.test(name) ? name : undefined;
}

/** A name that no views file in the folder has. */
export function nextViewsName(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const numbers = readdirSync(folder).map((name) => Number(FILE_FORM.exec(name)?.[1] ?? 0));
  return `views-${Math.max(0, ...numbers) + 1}.sqlite`;
}

/** Puts a finished file in use: one rename, so that whoever reads the pointer finds the old one or the new one, whole. */
export function switchViews(folder: string, name: string): void {
  const pointer = join(folder, POINTER);
  const file = openSync(`${pointer}.new`, 'w');
  try {
    writeSync(file, `${name}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${pointer}.new`, pointer);
}

/** Removes what earlier builds left. A file that a reader still holds open may stay (Windows) until the next time. */
export function removeOtherViews(folder: string): void {
  const current = currentViews(folder);
  for (const name of readdirSync(folder)) {
    const file = /^(views-\d+\.sqlite)(-wal|-shm|-journal)?$/.exec(name)?.[1];
    if (file === undefined || file === current) continue;
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      continue;
    }
  }
}
