import { openLedgerReader } from '@milepost/ledger';
import { buildViews } from '@milepost/views';
import type { BuiltViews } from '@milepost/views';

export interface BuildRequest {
  /** The ledger's file, and the folder of its views. */
  readonly file: string;
  readonly folder: string;
}

/** Builds all views anew into a file beside the one in use. */
export function buildBeside({ file, folder }: BuildRequest): BuiltViews {
  const reader = openLedgerReader(file);
  try {
    return buildViews(reader, folder);
  } finally {
    reader.close();
  }
}
