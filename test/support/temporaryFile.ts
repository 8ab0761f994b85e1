import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** A file name in a new empty folder, which is removed after the spec file's tests. */
export function temporaryFile(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-'));
  folders.push(folder);
  return join(folder, name);
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
