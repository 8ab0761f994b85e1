import type { JsonObject } from './storedEvent';

/** A JSON Schema (draft 7), as TypeBox makes it. */
export type EventSchema = object;

/**
 * What Milepost writes: by type with its version, the schema of its data, or a function that finds the schema by the data
 * (undefined: none applies) for types such as `FactCorrected.v1`, whose data has the shape of the type corrected.
 */
export type EventRegistry = Readonly<Record<string, EventSchema | SchemaByData>>;
export type SchemaByData = (data: JsonObject) => EventSchema | undefined;
