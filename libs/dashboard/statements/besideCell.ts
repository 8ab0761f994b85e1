import { formatDay } from '@milepost/domain';
import type { BesideClaim, ClaimedDays, CountedSpan, FactView } from '@milepost/views';
import { capitalised } from '../format/capitalised';
import { countOf } from '../format/countOf';
import { dayRangeInWords } from '../format/dayRangeInWords';
import { dayInWords } from '../format/dayInWords';
import { numberMember, textMember } from '../format/eventMembers';
import { numberInWords } from '../format/numberInWords';
import type { Link } from '../pages/pageView';
import { notes } from '../pages/table';
import type { Cell } from '../pages/table';
import { pageLink } from '../visit/pageLink';
import type { PageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { changesSince } from './changesSince';
import { numeratorInWords } from './numeratorInWords';

/** What the record shows beside a claim, in the words of one cell: what was counted, whether the claim used that number, and why not. */
export function besideCell(fact: FactView, beside: BesideClaim, visit: Visit): Cell {
  const { days, counted } = beside;
  const numerator = numeratorInWords(fact, beside.numerator);
  if (typeof days === 'string' || counted.length === 0) {
    return { text: whyNotCounted(fact, beside), notes: notes(numerator) };
  }
  return {
    text: compared(fact, beside),
    notes: notes(
      ...counted.map((span) => countedLine(span, fact, visit)),
      days.basis === 'said' ? 'The claim names no day: this is when it was made.' : undefined,
      ...difference(beside, visit.link),
      numerator,
    ),
  };
}

/** `205 trusts counted`, and how that compares with the number used. */
function compared({ data }: FactView, { counted, denominator: { kind } }: BesideClaim): string {
  const used = numberMember(data, 'denominator');
  const counts = counted.map(({ count }) => count);
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  const what = `${low === high ? countOf(low, 'trust') : `${numberInWords(low)} to ${countOf(high, 'trust')}`} counted`;
  if (used === undefined) return what;
  if (kind === 'same') return `${what}, the number used`;
  if (kind === 'same-on-some-days') return `${what}: the ${numberInWords(used)} used on some of the days`;
  if (low !== high) return `${what}, on no day the ${numberInWords(used)} used`;
  const apart = Math.abs(low - used);
  return `${what}, ${numberInWords(apart)} ${low < used ? 'fewer' : 'more'} than the ${numberInWords(used)} used`;
}

function countedLine({ from, to, count }: CountedSpan, { data }: FactView, { context, asked }: Visit): string | Link {
  const text = `${numberInWords(count)} ${from === to ? 'on' : 'from'} ${dayRangeInWords(from, to)}`;
  // The explanation of a figure counts all trusts: for those of a type there is none to link to.
  if (data['population'] !== 'NHS trusts in England') return `${text}, of the type acute in 2023`;
  return { text, href: pageLink(context.basePath, { ...asked, asOf: formatDay(to) })('/figures/in-scope') };
}

function difference({ denominator }: BesideClaim, link: PageLink): readonly (string | Link)[] {
  if (denominator.kind !== 'differs') return [];
  const { earlier } = denominator;
  if (earlier === undefined) return ['Why the numbers differ is not known.'];
  const { from, to, count } = earlier.span;
  return [
    `${numberInWords(count)} were counted from ${dayRangeInWords(from, to)}. What changed after that:`,
    ...changesSince(earlier.since, link),
  ];
}

function whyNotCounted({ data }: FactView, { days, denominator }: BesideClaim): string {
  if (days === 'to-come') return 'The days that it is about were still to come.';
  if (days === 'no-day') return 'It does not say which day it is about.';
  if (denominator.kind === 'cannot-compare' && denominator.reason === 'population') {
    return `This record cannot count what it counts: ${textMember(data, 'population') ?? 'not known'}.`;
  }
  if (numberMember(data, 'denominator') === undefined && numberMember(data, 'numerator') === undefined) {
    return 'It counts no trusts, so there is nothing to compare.';
  }
  return `How many trusts were counted ${inWords(days)} is not known: this record does not have every trust’s lifetime.`;
}

function inWords({ window: { earliest, latest } }: ClaimedDays): string {
  return earliest === latest ? `on ${dayInWords(earliest)}` : `from ${dayRangeInWords(earliest, latest)}`;
}

/** `From 1 to 30 November 2023`. */
export function daysInWords(days: ClaimedDays): string {
  return capitalised(inWords(days));
}
