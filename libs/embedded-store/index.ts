export { checkStore } from './check/checkStore';
export type { StoreReport } from './check/storeReport';
export type { CallKind, CommitPoint, Fault } from './faults/fault';
export { readFaults } from './faults/readFaults';
export type { EmbeddedStoreOptions, RunningStore } from './runningStore';
export { startEmbeddedStore } from './startEmbeddedStore';
export { startEmbeddedStoreThread } from './startEmbeddedStoreThread';
export { storeFile } from './storeFile';
export { StoreRefused } from './storeRefused';
