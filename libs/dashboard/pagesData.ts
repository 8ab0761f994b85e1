import type { IncomingHttpHeaders } from 'node:http';

/** What became of the rows of one file of the data set, counted in rows. */
export interface ImportedFile {
  /** The file's name, `trusts.csv`. */
  readonly file: string;
  readonly rows: number;
  /** Rows that gave at least one new event, corrections included. */
  readonly recorded: number;
  /** Rows that were in the record already. */
  readonly skipped: number;
  /** Rows that are checked and say nothing to record. */
  readonly nothingToRecord: number;
  readonly refused: number;
}

/** A row that was refused; nothing of it is stored. */
export interface RefusedRow {
  readonly file: string;
  /** Line in the file, from 1, the header line counted. */
  readonly line: number;
  /** Name of the column, where one is to blame. */
  readonly column: string | undefined;
  readonly reason: string;
}

export interface ImportReport {
  /** Milliseconds since 1970. */
  readonly finishedAt: number;
  readonly files: readonly ImportedFile[];
  /** The first of them at least; `files` counts all. */
  readonly refusals: readonly RefusedRow[];
}

/**
 * What pages need beyond the ledger's context (`LedgerContext` of the views), which the server hands in beside it.
 * A class, so that Nest can inject it by its name.
 */
export abstract class PagesData {
  /** The last import of the shipped data set; undefined where none has finished yet. */
  abstract importReport(): ImportReport | undefined;
  /**
   * Lets a reader in, or not: reading is open or by token as the configuration says.
   * @throws Problem 401 or 403.
   */
  abstract admit(headers: IncomingHttpHeaders): Promise<void>;
  /** Address of the API's document below the base path, `/openapi.json`; undefined where there is none to link to. */
  abstract readonly apiDocument: string | undefined;
}
