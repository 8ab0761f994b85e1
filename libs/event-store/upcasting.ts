import type { Json } from './storedEvent';

/** Makes the data of the next version of a type from that of an older one. Pure; what is stored never changes. */
export interface Upcaster {
  /** The type of the next version: `TrustRenamed.v2`. */
  readonly to: string;
  readonly data: (data: Json) => Json;
}

/** By the type as stored: `TrustRenamed.v1`. */
export type Upcasters = Readonly<Record<string, Upcaster>>;

export interface TypedData {
  readonly type: string;
  readonly data: Json;
}

/**
 * Reads an event as the newest version of its type, step by step. A type without an upcaster, known or not, is given back as it is.
 * @throws {Error} at once where upcasters lead in a circle.
 */
export function upcasting(upcasters: Upcasters): (event: TypedData) => TypedData {
  for (const type of Object.keys(upcasters)) refuseCircle(upcasters, type);
  return (event) => {
    let { type, data } = event;
    for (let next = own(upcasters, type); next !== undefined; next = own(upcasters, type)) {
      data = next.data(data);
      type = next.to;
    }
    return { type, data };
  };
}

function own(upcasters: Upcasters, type: string): Upcaster | undefined {
  return Object.hasOwn(upcasters, type) ? upcasters[type] : undefined;
}

function refuseCircle(upcasters: Upcasters, from: string): void {
  const passed = new Set([from]);
  for (let step = own(upcasters, from); step !== undefined; step = own(upcasters, step.to)) {
    if (passed.has(step.to)) throw new Error(`The upcasters of ${from} lead in a circle.`);
    passed.add(step.to);
  }
}
