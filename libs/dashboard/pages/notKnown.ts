import { lastDayOf } from '@milepost/domain';
import type { Day } from '@milepost/domain';
import type { FactView } from '@milepost/views';
import { dayInWords } from '../format/dayInWords';
import { numberMember, objectMember, textMember } from '../format/eventMembers';
import type { EventData } from '../format/eventMembers';
import { numberInWords } from '../format/numberInWords';
import type { Visit } from '../visit/visit';
import { wholeRecord } from './wholeRecord';

/** What the record does not say, and why that matters. */
export interface Gap {
  readonly question: string;
  readonly why: string;
}

interface Known {
  /** The programme's last day, as recorded. */
  readonly end: Day | undefined;
  /** Trusts counted on the day asked about, and those of them with any EPR report. */
  readonly trusts: number;
  readonly reported: number;
}

const MOST = 200;
const HAS_AN_EPR = ['epr_coverage', 'epr_coverage_or_in_progress', 'epr_absent'];
const CORE_LEVEL = ['core_level', 'meets_standard'];

/**
 * The gaps of the public record, the official result first. Each stands only as long as nothing recorded closes it.
 * Other ledgers have no gaps of this kind.
 */
export function notKnown(visit: Visit, { end, trusts, reported }: Known): readonly Gap[] {
  if (visit.context.kind !== 'public-record') return [];
  const moment = wholeRecord(visit);
  const claims = visit.questions.facts(moment, 'statement', 0, MOST).items;
  const revisions = visit.questions.facts(moment, 'programme', 0, MOST).items.filter(isRevision);
  return [
    ...(end === undefined
      ? []
      : [resultGap(claims, end, HAS_AN_EPR, EPR_RESULT), resultGap(claims, end, CORE_LEVEL, CORE_RESULT)]),
    CORE_MEMBERS,
    revisions.length > 0 && revisions.every(({ data }) => textMember(data, 'authority') === undefined) && DECISION,
    reported < trusts && silence(trusts - reported, trusts),
  ].filter((gap) => typeof gap === 'object');
}

const EPR_RESULT = (day: string): Gap => ({
  question: `The official result on ${day}: how many trusts had an electronic patient record, or were implementing one`,
  why: 'It is what the target was for. No official figure for that day is in this record.',
});
const CORE_RESULT = (day: string): Gap => ({
  question: `The official result on ${day}: how many trusts met the core level of digitisation`,
  why: 'The target was 70% of trusts. No official figure for that day is in this record.',
});
const CORE_MEMBERS: Gap = {
  question: 'Which trusts meet the core level, and by which definition',
  why: 'No public source lists them, or defines the percentages that were published. Milepost shows no trust as meeting or missing it.',
};
const DECISION: Gap = {
  question: 'Who decided to move the end of the programme, when, and on what information',
  why: 'The move became public; the decision behind it is in no source recorded here.',
};

function silence(silent: number, trusts: number): Gap {
  return {
    question: `The state of the EPR at ${numberInWords(silent)} of the ${numberInWords(trusts)} trusts`,
    why: 'There is no report in this record about them. That says nothing about whether they have one.',
  };
}

function isRevision({ type }: FactView): boolean {
  return type === 'ProgrammeEndRevised.v1';
}

/** Closed by a claim from a primary source, with a number or percentage, that refers to the programme's last day or later. */
function resultGap(
  claims: readonly FactView[],
  end: Day,
  metrics: readonly string[],
  gap: (day: string) => Gap,
): Gap | undefined {
  const closed = claims.some(
    ({ data }) =>
      textMember(data, 'kind') === 'claim' &&
      metrics.includes(textMember(data, 'metric') ?? '') &&
      (numberMember(data, 'numerator') ?? numberMember(data, 'percentLow')) !== undefined &&
      isPrimary(data) &&
      refersToOrAfter(data, end),
  );
  return closed ? undefined : gap(dayInWords(end));
}

function isPrimary(data: EventData): boolean {
  return textMember(objectMember(data, 'source') ?? {}, 'kind') === 'primary';
}

function refersToOrAfter(data: EventData, end: Day): boolean {
  const about = lastDayOf(textMember(data, 'refersToEnd') ?? textMember(data, 'refersTo') ?? '');
  return about !== undefined && about >= end;
}
