import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { StartRefused } from './startRefused';

/** The data folder, taken by this process until it lets go or ends, however it ends. */
export interface TakenFolder {
  readonly folder: string;
  letGo(): void;
}

/**
 * Takes the data folder for this process. The lock is SQLite's own on a file in it, so the operating system lets go of it
 * with the process, also after `kill -9`, and nothing stale is ever in the way.
 * @throws StartRefused where the folder cannot be made or written, or another server has it
 */
export function takeDataFolder(folder: string): TakenFolder {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw notWritable(folder, error);
  }
  const lock = openLock(folder);
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!/lock|busy/i.test(messageOf(error))) throw notWritable(folder, error);
    throw new StartRefused(
      `Another Milepost server has the data folder ${folder}. Stop it first, or set MILEPOST_DATA_DIR to another folder.`,
      error,
    );
  }
  return { folder, letGo: () => lock.close() };
}

function openLock(folder: string): InstanceType<typeof DatabaseSync> {
  try {
    return new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  } catch (error) {
    throw notWritable(folder, error);
  }
}

function notWritable(folder: string, error: unknown): StartRefused {
  return new StartRefused(
    `The data folder ${folder} cannot be written to (${messageOf(error)}). Make it writable, or set MILEPOST_DATA_DIR to another folder.`,
    error,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
