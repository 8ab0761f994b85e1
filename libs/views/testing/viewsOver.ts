import { ViewsReader } from '../reader/viewsReader';
import { ViewsWriter } from '../writer/viewsWriter';
import type { WrittenEvent } from './arrayLedger';
import { ArrayLedger } from './arrayLedger';
import { temporaryFolder } from './temporaryFolder';

/** Views of some events, for the tests of one block: built before the first of them, and taken away after the last. */
export interface ViewsOver {
  readonly ledger: ArrayLedger;
  /** There while the tests run. */
  readonly reader: ViewsReader;
}

export function viewsOver(events: readonly WrittenEvent[]): ViewsOver {
  const ledger = new ArrayLedger(events);
  const folder = temporaryFolder();
  let reader: ViewsReader;
  beforeAll(() => {
    new ViewsWriter(folder.path, ledger).close();
    reader = new ViewsReader(folder.path, ledger);
  });
  afterAll(() => {
    reader.close();
    folder.remove();
  });
  return {
    ledger,
    get reader() {
      return reader;
    },
  };
}
