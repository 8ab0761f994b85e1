/** SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL. */
const FOR_NOW = new Set([5, 6, 13]);

/** Whether a failed write may succeed later without anybody deciding anything: the disk is full, or another connection holds the file. */
export function isForNow(error: unknown): error is Error {
  return error instanceof Error && 'errcode' in error && FOR_NOW.has(Number(error.errcode) & 0xff);
}
