import type { Session } from '../desk';
import type { Visit } from '../visit/visit';

/** A signed-in person's look at a form: always today, with everything that is recorded. */
export type FormVisit = Visit & { readonly session: Session };
