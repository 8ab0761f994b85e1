import { numberMember } from '../format/eventMembers';
import type { EventData } from '../format/eventMembers';

/** Pointers to the numbers of `givenNumbers`, in their order. */
export function numberPointers(data: EventData): readonly string[] {
  return present(data, 'numerator', 'denominator');
}

/** Pointers to the numbers of `givenPercent`: one where both ends are the same. */
export function percentPointers(data: EventData): readonly string[] {
  const isRange = (data['percentHigh'] ?? data['percentLow']) !== data['percentLow'];
  return present(data, 'percentLow', ...(isRange ? ['percentHigh'] : []));
}

/** Pointers to the numbers of `givenPounds`, in millions. */
export function poundsPointers(data: EventData): readonly string[] {
  return present(data, 'fromGbpMillions', 'toGbpMillions');
}

function present(data: EventData, ...members: readonly string[]): readonly string[] {
  return members.filter((member) => numberMember(data, member) !== undefined).map((member) => `/data/${member}`);
}
