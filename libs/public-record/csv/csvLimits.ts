/** How much of a file is read. Far above any real list of trusts, far below what could hurt the process that reads it. */
export const CSV_LIMITS = {
  bytes: 16 * 1024 * 1024,
  /** Lines, blank ones included. */
  lines: 50_000,
  columns: 200,
  /** UTF-16 units of one record, line breaks in quotes included. */
  recordLength: 64 * 1024,
  /** UTF-16 units of one cell: no text in an event is longer. */
  cellLength: 4000,
  /** Lines over which a quoted cell may run. */
  recordLines: 50,
} as const;
