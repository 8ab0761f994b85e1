import type { LedgerReader } from '@milepost/ledger';

/** What views need of a ledger. Its reader has it, and so has an array in a test, which has no file. */
export type EntrySource = Pick<LedgerReader, 'snapshot' | 'head' | 'scan' | 'entry' | 'sequenceById'> &
  Partial<Pick<LedgerReader, 'file'>>;
