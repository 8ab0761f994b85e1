import type { Problem } from '@milepost/platform';
import type { FormVisit } from '../forms/formVisit';
import { doneAlready } from './doneAlready';
import type { FactNow } from './factNow';
import { canUse } from './mayWrite';

/** Why nothing can be said of a fact that was taken back; undefined where it was not. */
export function retracted(visit: FormVisit, fact: FactNow): Problem | undefined {
  if (!fact.isRetracted) return undefined;
  const reinstate = { text: 'Reinstate the entry', href: `${visit.context.basePath}/facts/${fact.id}/reinstate` };
  return doneAlready(visit, fact, fact.last, {
    slug: 'fact-retracted',
    title: 'This entry was retracted',
    how: 'It was taken back',
    so: 'so there is nothing to correct, retract or dispute',
    entry: 'the retraction',
    instead: canUse(visit, 'correct', fact.ods) ? reinstate : undefined,
  });
}
