import { formatDay } from '@milepost/domain';
import { canCount } from '@milepost/views';
import type { BesideClaim, ClaimedDays, CountedSpan, FactView } from '@milepost/views';
import { capitalised } from '../format/capitalised';
import { countOf } from '../format/countOf';
import { dayRangeInWords } from '../format/dayRangeInWords';
import { dayInWords } from '../format/dayInWords';
import { numberMember, textMember } from '../format/eventMembers';
import { numberInWords } from '../format/numberInWords';
import { notes } from '../pages/table';
import type { Cell, Note } from '../pages/table';
import { pageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { changesSince } from './changesSince';
import { givenFrom } from './givenFrom';
import { numeratorInWords } from './numeratorInWords';

/** What the record shows beside a claim, in the words of one cell: what was counted, whether the claim used that number, and why not. */
export function besideCell(fact: FactView, beside: BesideClaim, visit: Visit): Cell {
  const { days, counted } = beside;
  const numerator = numeratorInWords(fact, beside, visit);
  if (typeof days === 'string' || counted.length === 0) {
    return { text: whyNotCounted(fact, beside), notes: notes(numerator) };
  }
  return {
    ...compared(fact, beside, visit),
    notes: notes(
      ...counted.map((span, index) => countedLine(span, index, fact, visit)),
      days.basis === 'said' ? 'The claim names no day: this is when it was made.' : undefined,
      ...difference(fact, beside, visit),
      numerator,
    ),
  };
}

/** `205 trusts counted`, and how that compares with the number used. */
function compared(fact: FactView, { counted, denominator: { kind } }: BesideClaim, { link }: Visit): Note {
  const used = numberMember(fact.data, 'denominator');
  const counts = counted.map(({ count }) => count);
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  const range = low === high ? [low] : [low, high];
  const what = `${low === high ? countOf(low, 'trust') : `${numberInWords(low)} to ${countOf(high, 'trust')}`} counted`;
  const at = range.map((count) => `/beside/counted/${counts.indexOf(count)}/count`);
  const note = (text: string, ...more: readonly string[]): Note => ({
    text: `${what}${text}`,
    api: givenFrom(fact, link, ...at, ...more),
  });
  if (used === undefined) return note('');
  if (kind === 'same') return note(', the number used');
  const theirs = '/data/denominator';
  if (kind === 'same-on-some-days') return note(`: the ${numberInWords(used)} used on some of the days`, theirs);
  if (low !== high) return note(`, on no day the ${numberInWords(used)} used`, theirs);
  const [apart, lower, higher] = low < used ? [used - low, at, [theirs]] : [low - used, [theirs], at];
  const comparison = `${numberInWords(apart)} ${low < used ? 'fewer' : 'more'} than the ${numberInWords(used)} used`;
  return note(`, ${comparison}`, ...higher, ...lower.map((pointer) => `-${pointer}`), theirs);
}

function countedLine({ from, to, count }: CountedSpan, index: number, fact: FactView, visit: Visit): Note {
  const { context, asked, link } = visit;
  const text = `${numberInWords(count)} ${from === to ? 'on' : 'from'} ${dayRangeInWords(from, to)}`;
  const api = givenFrom(fact, link, `/beside/counted/${index}/count`);
  // The explanation of a figure counts all trusts: for those of a type there is none to link to.
  if (fact.data['population'] !== 'NHS trusts in England') return { text: `${text}, of the type acute in 2023`, api };
  return { text, api, href: pageLink(context.basePath, { ...asked, asOf: formatDay(to) })('/figures/in-scope') };
}

function difference(fact: FactView, { denominator }: BesideClaim, { link }: Visit): readonly (string | Note)[] {
  if (denominator.kind !== 'differs') return [];
  const { earlier } = denominator;
  if (earlier === undefined) return ['Why the numbers differ is not known.'];
  const { from, to, count } = earlier.span;
  const text = `${numberInWords(count)} were counted from ${dayRangeInWords(from, to)}. What changed after that:`;
  const api = givenFrom(fact, link, '/beside/denominator/earlier/count');
  return [{ text, api }, ...changesSince(earlier.since, link)];
}

function whyNotCounted({ data }: FactView, { days }: BesideClaim): string {
  if (days === 'to-come') return 'The days that it is about were still to come.';
  if (days === 'no-day') return 'It does not say which day it is about.';
  if (!NUMBERS.some((member) => numberMember(data, member) !== undefined)) {
    return 'It counts no trusts, so there is nothing to compare.';
  }
  const population = textMember(data, 'population');
  if (!canCount(population)) {
    return `It counts ${population ?? 'what it does not name'}, which this record cannot count.`;
  }
  return `How many trusts were counted ${inWords(days)} is not known: this record does not have every trust’s lifetime.`;
}

const NUMBERS = ['numerator', 'denominator', 'percentLow'];

function inWords({ window: { earliest, latest } }: ClaimedDays): string {
  return earliest === latest ? `on ${dayInWords(earliest)}` : `from ${dayRangeInWords(earliest, latest)}`;
}

/** `From 1 to 30 November 2023`. */
export function daysInWords(days: ClaimedDays): string {
  return capitalised(inWords(days));
}
