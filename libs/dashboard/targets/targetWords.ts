import { metricWords } from '@milepost/domain';
import type { TargetDate, TargetState, TargetStatus, Threshold } from '@milepost/domain';
import type { TargetView } from '@milepost/views';
import { capitalised } from '../format/capitalised';
import { dateInWords } from '../format/dateInWords';
import { percentInWords } from '../format/percentInWords';
import { slugInWords } from '../format/slugInWords';

/** What a target is called on the pages: whom it counts, or whose end it is. Its wording is too long to be a name. */
export function targetName({
  id,
  kind,
  programme,
  state,
}: Pick<TargetView, 'id' | 'kind' | 'programme' | 'state'>): string {
  if (kind === 'programme-end') return `End of the programme${programme === undefined ? '' : ` ${programme}`}`;
  const metric = state.metric.value;
  return metric === undefined ? slugInWords(id) : `Trusts ${metricWords(metric).having}`;
}

/** `70% of trusts`. */
export function shareInWords({ low, high }: Threshold): string {
  return `${percentInWords(low, high)} of trusts`;
}

export function dateOf({ text }: TargetDate): string {
  return capitalised(dateInWords(text));
}

/** The date on the day; that it may have been moved by then is not the same as that none was named. */
export function dateOnDay({ deadline: { value, open } }: TargetState): string {
  return value === undefined ? (open ? 'Not known on this day' : 'No date named') : dateOf(value);
}

export function shareOnDay({ threshold: { value, open } }: TargetState): string {
  return value === undefined ? (open ? 'Not known on this day' : 'No share named') : shareInWords(value);
}

const STATUS: Readonly<Record<TargetStatus, string>> = {
  'in-force': 'Announced, and not withdrawn',
  withdrawn: 'Withdrawn',
  'not-known': 'Not known on this day',
};

export const statusInWords = (status: TargetStatus): string => STATUS[status];

export const targetPath = (id: string): string => `/targets/${encodeURIComponent(id)}`;
export const caseFilePath = (id: string): string => `${targetPath(id)}/case-file`;
