import type { FactVersion } from '../facts/factVersion';
import type { Day } from '../time/day';
import type { Rejection } from './decision';

/**
 * Something that happened did not happen after today, nor after the day it was reported. A month that is not over is
 * fine: the part of it that lies ahead is cut off. Register facts may be announced ahead and are not held to this.
 */
export function happenedByNow({ window, publicOn }: FactVersion, today: Day): Rejection | undefined {
  const pointer = '/occurredOn';
  if (window.earliest > today) {
    return {
      rule: 'happened-after-today',
      sentence: 'Something that happened cannot be dated after today.',
      pointer,
      hint: 'Record a plan for what lies ahead, and the event itself once it has happened.',
    };
  }
  if (window.earliest > publicOn) {
    const sentence = 'Something that happened cannot be dated after the day it was reported.';
    return { rule: 'reported-before-it-happened', sentence, pointer };
  }
  return undefined;
}
