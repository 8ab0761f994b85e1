export type {
  EntryFilter,
  EntryPage,
  EntryPageRequest,
  LedgerEntry,
  LedgerHead,
  LedgerReader,
  LedgerWatch,
  RawEntry,
  ResolvedSize,
  ScannedEntry,
  SequencerState,
} from './ledger';
export { entryBytes } from './entry/entryBytes';
export { LedgerDamaged } from './file/ledgerDamaged';
export { LedgerFileRefused } from './file/ledgerFileRefused';
export { makeLedgerFile } from './file/makeLedgerFile';
export type { LedgerOpening } from './opening/ledgerOpening';
export { LedgerRefused } from './opening/ledgerRefused';
export { newLogOrigin, openLedger } from './opening/openLedger';
export type { OpenLedgerOptions } from './opening/openLedger';
export { openLedgerReader } from './reader/openLedgerReader';
export type { Sequencer, SequencerOptions } from './sequencer/sequencer';
export { startSequencer } from './sequencer/startSequencer';
export { sequenceInto } from './sequencer/sequenceInto';
export { clockRefusal } from './time/clockRefusal';
export type { StoreStamp } from './time/clockRefusal';
export { InvalidRecordedBy } from './time/invalidRecordedBy';
export { NotYetRecorded } from './time/notYetRecorded';
export { InvalidPositionToken, parsePositionToken, positionToken } from './token/positionToken';
export type { WrittenPosition } from './token/positionToken';
export { waitForToken } from './token/waitForToken';
export type { TokenWatch } from './token/waitForToken';
export { leafHash } from './tree/leafHash';
export { nodeHash } from './tree/nodeHash';
export { verifyLedgerFile } from './verify/verifyLedgerFile';
export type { VerifiedLedger } from './verify/verifyLedgerFile';
export { announce } from './watch/announce';
export type { LedgerMessage } from './watch/ledgerMessage';
export { remoteWatch } from './watch/remoteWatch';
export type { RemoteWatch } from './watch/remoteWatch';
