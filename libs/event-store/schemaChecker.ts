import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { FieldError } from '@milepost/platform';
import { EventMetadata } from './eventMetadata';
import type { EventRegistry, EventSchema } from './eventRegistry';
import type { NewEvent } from './storedEvent';

/** Enough to repair an event by; a hostile one gets no longer answer. */
const MOST_ERRORS = 10;

/** What is wrong with an event of plain JSON about to be written, by JSON pointers below `/data` and `/metadata`; empty: nothing. */
export type EventChecker = (event: NewEvent) => readonly FieldError[];

/**
 * Checks events against the registry: the log outlives the code, so nothing enters it that does not have its schema.
 * A schema is compiled when its type is first written (some 20 ms each, which a start should not wait for);
 * one that is itself not valid throws then.
 */
export function schemaChecker(registry: EventRegistry): EventChecker {
  const ajv = addFormats(
    // Conditions of a schema may require what its properties define elsewhere.
    new Ajv({ strict: true, strictRequired: false, allErrors: true, ownProperties: true }),
  );
  const compiled = new WeakMap<EventSchema, ValidateFunction>();
  const check = (schema: EventSchema, value: unknown, below: string): readonly FieldError[] => {
    const validate = compiled.get(schema) ?? ajv.compile(schema);
    compiled.set(schema, validate);
    return validate(value)
      ? []
      : (validate.errors ?? []).slice(0, MOST_ERRORS).map((error) => fieldError(error, below));
  };
  return (event) => {
    const schema = schemaOf(registry, event);
    if (schema === undefined) {
      return [{ pointer: '/type', detail: `No schema is registered for ${event.type} with this data.` }];
    }
    return [...check(schema, event.data, '/data'), ...check(EventMetadata, event.metadata, '/metadata')];
  };
}

function schemaOf(registry: EventRegistry, event: NewEvent): EventSchema | undefined {
  if (!Object.hasOwn(registry, event.type)) return undefined;
  const entry = registry[event.type];
  return typeof entry === 'function'
    ? (entry as (data: NewEvent['data']) => EventSchema | undefined)(event.data)
    : entry;
}

function fieldError(error: ErrorObject, below: string): FieldError {
  const extra: unknown = error.params.additionalProperty;
  const pointer = typeof extra === 'string' ? `${error.instancePath}/${extra}` : error.instancePath;
  return { pointer: below + pointer, detail: `It ${error.message ?? 'is not valid'}.` };
}
