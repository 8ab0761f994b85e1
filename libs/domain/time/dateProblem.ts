import type { DatePrefix } from './datePrefix';
import { dateMemberName } from './datePrefix';
import { datesIn } from './dates';
import type { DateFault } from './readWindow';
import { readWindow } from './readWindow';

/** A date that does not exist or does not agree with its precision. */
export interface DateProblem {
  /** Name of the member at fault, at the top of the event's data: `occurredOn`, `plannedPrecision`. */
  readonly member: string;
  readonly fault: DateFault['fault'];
  readonly sentence: string;
}

const FORM: Readonly<Record<string, string>> = {
  month: 'a month, YYYY-MM',
  quarter: 'a quarter, YYYY-Q1 to YYYY-Q4',
  year: 'a year, YYYY',
};

function sentenceOf(member: string, { fault }: DateFault, value: unknown, precision: unknown): string {
  switch (fault) {
    case 'missing':
      return member.toLowerCase().endsWith('precision')
        ? `${member} is missing: say how exactly the date is known.`
        : `${member} is missing: the precision ${String(precision)} needs it.`;
    case 'not-allowed':
      return `${member} does not go with the precision ${String(precision)}: leave it out or give another precision.`;
    case 'not-later':
      return `${member} must be later than the first day of the period.`;
    case 'unknown-precision':
      return `${member} is not a precision that Milepost knows.`;
    case 'wrong-form':
    case 'no-such-date':
      return `${member} must be ${FORM[String(precision)] ?? 'a day that exists, YYYY-MM-DD'}; ${JSON.stringify(value)} is not.`;
  }
}

/** What is wrong with one of the dates in an event's data, by member; undefined where nothing is. */
export function dateProblem(
  data: Readonly<Record<string, unknown>>,
  prefix: DatePrefix = 'occurred',
): DateProblem | undefined {
  const reading = readWindow(datesIn(data, prefix));
  if ('window' in reading) return undefined;
  const member = dateMemberName(prefix, reading.fault.member);
  const precision = data[dateMemberName(prefix, 'Precision')];
  return { member, fault: reading.fault.fault, sentence: sentenceOf(member, reading.fault, data[member], precision) };
}
