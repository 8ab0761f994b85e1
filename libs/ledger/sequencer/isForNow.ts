/** SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL. */
const FOR_NOW = new Set([5, 6, 13]);

/** Whether a failed write may succeed later without anybody deciding anything: the disk is full, or another connection holds the file. */
export function isForNow(error: unknown): boolean {
  const { errcode } = error as { errcode?: unknown };
  // The low byte is the primary code, whatever SQLite adds to it.
  return typeof errcode === 'number' && FOR_NOW.has(errcode & 0xff);
}
