export type {
  LedgerEntry,
  LedgerHead,
  LedgerReader,
  LedgerWatch,
  RawEntry,
  ResolvedSize,
  SequencerState,
} from './ledger';
