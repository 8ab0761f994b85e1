export type { CallKind, CommitPoint, Fault } from './faults/fault';
export type { EmbeddedStoreOptions, RunningStore } from './runningStore';
export { startEmbeddedStore } from './startEmbeddedStore';
export { StoreRefused } from './storeRefused';
