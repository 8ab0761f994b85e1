import type { EventData } from '../facts/eventMembers';
import { numberMember, objectsMember, textMember } from '../facts/eventMembers';
import { numberInWords } from '../words/numberInWords';
import { percentInWords } from '../words/percentInWords';

/** Percent that a statement gives, or that its numbers come to; undefined where it gives neither. */
export interface Share {
  readonly low: number;
  readonly high: number;
}

/** By its own percentages where it gives them: they are what was said. */
export function shareOf(data: EventData): Share | undefined {
  const low = numberMember(data, 'percentLow');
  if (low !== undefined) return { low, high: numberMember(data, 'percentHigh') ?? low };
  const exact = exactShare(data);
  return exact === undefined ? undefined : { low: exact, high: exact };
}

/** 100 × numerator / denominator. */
export function exactShare(data: EventData): number | undefined {
  const { numerator, denominator } = wholeNumbers(data);
  return numerator === undefined || denominator === undefined || denominator === 0
    ? undefined
    : (100 * numerator) / denominator;
}

export function wholeNumbers(data: EventData) {
  return { numerator: numberMember(data, 'numerator'), denominator: numberMember(data, 'denominator') };
}

/** `90% (189 of 210)`, `90%`. */
export function shareInWords(data: EventData): string {
  const share = shareOf(data);
  const { numerator, denominator } = wholeNumbers(data);
  const of = denominator === undefined ? '' : ` of ${numberInWords(denominator)}`;
  const count = numerator === undefined ? '' : `${numberInWords(numerator)}${of}`;
  if (share === undefined) return count === '' ? 'no number' : count;
  return `${percentInWords(share.low, share.high)}${count === '' ? '' : ` (${count})`}`;
}

/** A part of a published split. */
export interface SplitPart {
  readonly label: string;
  readonly count: number | undefined;
  /** As it was said, where no count was. */
  readonly size: string | undefined;
}

export function partsOf(data: EventData): readonly SplitPart[] {
  return objectsMember(data, 'parts').map((part) => ({
    label: textMember(part, 'label') ?? 'not named',
    count: numberMember(part, 'count'),
    size: textMember(part, 'size'),
  }));
}

export const isOfKind = (data: EventData, kind: string): boolean => textMember(data, 'kind') === kind;
export const metricOf = (data: EventData): string | undefined => textMember(data, 'metric');
