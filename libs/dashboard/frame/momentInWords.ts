import type { AskedMoment } from '@milepost/views';
import type { Moment } from '@milepost/views';
import type { Day } from '@milepost/domain';
import { countOf } from '../format/countOf';
import { dayInWords } from '../format/dayInWords';
import { instantInWords } from '../format/instantInWords';
import { periodInWords } from '../format/periodInWords';

/** The moment of a page in one sentence, cut in two where the day ends. */
export interface MomentInWords {
  /** `Position on 31 March 2026` */
  readonly position: string;
  /** `using everything recorded here` */
  readonly using: string;
  /** What is unusual about it, where it is not today with everything recorded here. */
  readonly mark: string | undefined;
}

export function momentInWords(moment: Moment, asked: AskedMoment, today: Day): MomentInWords {
  return {
    position: `Position on ${dayInWords(moment.asOf)}`,
    using: using(moment, asked),
    mark: markOf(moment, asked, today),
  };
}

function using(moment: Moment, { recordedBy }: AskedMoment): string {
  const parts = [
    ...(moment.publicBy === undefined ? [] : [`what had been made public by ${dayInWords(moment.publicBy)}`]),
    ...(recordedBy === undefined ? [] : [held(moment, recordedBy)]),
  ];
  return `using ${parts.join(' and ') || 'everything recorded here'}`;
}

function held(moment: Moment, recordedBy: string): string {
  if (recordedBy.startsWith('size:')) return `the first ${countOf(moment.size, 'entry', 'entries')} that Milepost held`;
  const instant = Date.parse(recordedBy);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(recordedBy);
  return `what Milepost held on ${isDay || Number.isNaN(instant) ? periodInWords(recordedBy) : instantInWords(instant)}`;
}

function markOf({ asOf, publicBy }: Moment, { recordedBy }: AskedMoment, today: Day): string | undefined {
  if (recordedBy !== undefined || publicBy !== undefined) return 'Looking back';
  if (asOf < today) return 'A past day';
  return asOf > today ? 'A day to come' : undefined;
}
