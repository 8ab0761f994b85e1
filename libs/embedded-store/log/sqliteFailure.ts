import { StoreRefused } from '../storeRefused';
import { Damaged } from './damaged';

const BUSY = 5;
const IO_ERROR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

/** SQLite's primary result code of an error, undefined where the error is not SQLite's. */
function resultCode(error: unknown): number | undefined {
  // Not `instanceof Error`: the driver's errors may come from another realm.
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

/** Whether the disk had no room. Nothing of the transaction is stored, and it may be tried again. */
export const isDiskFull = (error: unknown): boolean => resultCode(error) === FULL;

/** The refusal that an error while opening a file stands for. */
export function refusalOf(file: string, error: unknown): StoreRefused {
  if (error instanceof StoreRefused) return error;
  if (error instanceof Damaged)
    return new StoreRefused(`The store ${file} is damaged; nothing was changed. ${error.message}`, { cause: error });
  return new StoreRefused(sentence(file, error), { cause: error });
}

function sentence(file: string, error: unknown): string {
  switch (resultCode(error)) {
    case BUSY:
      return `The store ${file} is in use by another process: stop that one, or choose another folder.`;
    case CORRUPT:
    case IO_ERROR:
      return `The store ${file} is damaged or its disk fails; nothing was changed. Restore it from a copy.`;
    case NOT_A_DATABASE:
      return `The file ${file} is not an event store or its beginning is damaged; nothing was changed. Restore it from a copy.`;
    case FULL:
      return `The store ${file} cannot be opened because the disk is full: make room and start again.`;
    case CANNOT_OPEN:
      return `The store ${file} cannot be opened: check that the folder exists and that it may be written.`;
    default:
      return `The store ${file} cannot be opened: ${String(error)}.`;
  }
}
