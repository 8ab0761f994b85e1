import { NotPlainJson, canonicalCopy } from './canonicalCopy';
import type { EventRegistry } from './eventRegistry';
import { schemaChecker } from './schemaChecker';
import type { EventChecker } from './schemaChecker';
import type { NewEvent } from './storedEvent';

/** Everything that an append would say of an event's content, for whoever wants to know before: a dry run, a form. */
export function eventChecker(registry: EventRegistry): EventChecker {
  const check = schemaChecker(registry);
  return (event) => {
    try {
      return check({ ...event, ...copied(event, 'data'), ...copied(event, 'metadata') });
    } catch (error) {
      if (error instanceof NotPlainJson) return [error.reason];
      throw error;
    }
  };
}

function copied<Part extends 'data' | 'metadata'>(event: NewEvent, part: Part): Pick<NewEvent, Part> {
  try {
    return { [part]: canonicalCopy(event[part]) } as Pick<NewEvent, Part>;
  } catch (error) {
    throw error instanceof NotPlainJson ? error.below(part) : error;
  }
}
