import { dateProblem } from '@milepost/domain';
import type { DatePrefix, FactType } from '@milepost/domain';
import { eventChecker } from '@milepost/event-store';
import type { EventMetadata, JsonObject } from '@milepost/event-store';
import { milepostEvents } from '../recording/milepostEvents';
import { rejectionProblem } from '../recording/rejectionProblem';
import { invalidRequest } from '../http/requestProblems';

const check = eventChecker(milepostEvents);

/** Metadata that is right, so that what is found wrong is the data. */
const METADATA: EventMetadata = {
  recordedAt: '2000-01-01T00:00:00.000Z',
  actor: { id: 'milepost', role: 'system' },
  origin: 'live',
};

/** Dates that a fact may have beside the one on which it was true; each is given with its precision. */
const OTHER_DATES: readonly DatePrefix[] = ['planned', 'decided', 'deadline', 'ends'];

/**
 * Holds a fact's data against the schema of its type, dates first, because their sentence says more than a schema can.
 * The domain decides on data that passed here.
 * @param below JSON pointer of the data in the body: `` or `/data`
 * @throws Problem 400
 */
export function mustHaveShape(type: FactType, data: JsonObject, below: '' | '/data'): void {
  for (const prefix of ['occurred' as const, ...OTHER_DATES.filter((other) => `${other}Precision` in data)]) {
    const problem = dateProblem(data, prefix);
    if (problem === undefined) continue;
    throw rejectionProblem({
      rule: problem.fault === 'no-such-date' ? 'no-such-date' : 'precision-contradicts-date',
      sentence: problem.sentence,
      pointer: `${below}/${problem.member}`,
    });
  }
  const errors = check({ id: '', type, data, metadata: { ...METADATA } }).filter(
    ({ detail }) => !/ "(then|if)" /.test(detail),
  );
  if (errors.length === 0) return;
  throw invalidRequest(
    errors.map(({ pointer = '/data', detail }) => ({ pointer: below + pointer.slice('/data'.length), detail })),
  );
}
