import { Handover } from './handover';
import type { HandoverTask } from './helperThread';

/** Gives the parcels one by one as there is room for them, in the thread that makes them, until nobody wants more. */
export function giveAll({ port, shared }: HandoverTask, parcels: Iterable<unknown>): void {
  const handover = new Handover(shared);
  try {
    for (const parcel of parcels) {
      if (!handover.mayGive()) break;
      port.postMessage(parcel);
      handover.gave();
    }
  } finally {
    handover.endGiving();
    port.close();
  }
}
