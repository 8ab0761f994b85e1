import { numberMember, textMember } from '../format/eventMembers';
import type { EventData } from '../format/eventMembers';
import { numberInWords } from '../format/numberInWords';
import { percentInWords } from '../format/percentInWords';
import { periodInWords } from '../format/periodInWords';
import { poundsInWords } from '../format/poundsInWords';

/** `189 of 210`, as given; undefined where neither number was. */
export function givenNumbers(data: EventData): string | undefined {
  const numerator = numberMember(data, 'numerator');
  const denominator = numberMember(data, 'denominator');
  if (numerator === undefined) return denominator === undefined ? undefined : `of ${numberInWords(denominator)}`;
  return numberInWords(numerator) + (denominator === undefined ? '' : ` of ${numberInWords(denominator)}`);
}

/** `90%`, `10% to 30%`, as given. */
export function givenPercent(data: EventData): string | undefined {
  const low = numberMember(data, 'percentLow');
  const high = numberMember(data, 'percentHigh') ?? low;
  return low === undefined || high === undefined ? undefined : percentInWords(low, high);
}

/** `from £2.6 billion to £1.9 billion`, as given. */
export function givenPounds(data: EventData): string | undefined {
  const from = numberMember(data, 'fromGbpMillions');
  const to = numberMember(data, 'toGbpMillions');
  const parts = [
    from === undefined ? '' : `from ${poundsInWords(from)}`,
    to === undefined ? '' : `to ${poundsInWords(to)}`,
  ];
  return parts.filter((part) => part !== '').join(' ') || undefined;
}

/** `November 2023`, `1 April 2022 to 31 March 2023`: what it refers to, as given. */
export function givenReference(data: EventData): string | undefined {
  const from = textMember(data, 'refersTo');
  const to = textMember(data, 'refersToEnd');
  if (from === undefined) return undefined;
  return periodInWords(from) + (to === undefined ? '' : ` to ${periodInWords(to)}`);
}

/** `March 2026`: the date of a target or forecast, as given. */
export function givenTargetDate(data: EventData): string | undefined {
  const date = textMember(data, 'targetDate');
  return date === undefined ? undefined : periodInWords(date);
}
