import type { Reading } from '../reading/reading';
import { failedOn } from '../spans/cannotApply';

/** A view that is fed entries as they are read. */
export interface FedView {
  apply(reading: Reading): void;
  /** Writes what is left of a batch, inside its transaction. */
  finish(): void;
  /** After a transaction was taken back: nothing that it wrote is remembered. */
  forget(): void;
}

/** Feeds a view one entry. Throws CannotApply; the caller takes everything back. */
export function feedOne(view: FedView, reading: Reading): void {
  try {
    view.apply(reading);
  } catch (error) {
    throw failedOn(reading.sequence, error);
  }
}

/** Feeds a view the entries before `past`. Throws CannotApply; the caller takes everything back. */
export function feed(view: FedView, readings: readonly Reading[], past: number): void {
  for (const reading of readings) {
    if (reading.sequence >= past) break;
    feedOne(view, reading);
  }
}
