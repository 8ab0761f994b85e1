import { numberMember, textMember } from './eventMembers';
import type { EventData } from './eventMembers';
import { eprStateInWords } from './eprStateInWords';
import { poundsInWords } from './poundsInWords';
import { afterNoun, prefixedDate } from './prefixedDate';
import { slugInWords } from './slugInWords';
import { wordFor } from './wordFor';

const EXTENT: Readonly<Record<string, string>> = { partial: ' in part', full: ' in full' };
const CASES: Readonly<Record<string, string>> = {
  strategic_outline: 'Strategic outline case approved',
  outline: 'Outline business case approved',
  full: 'Full business case approved',
};

/** What a fact of an EPR's life says, in a few words; by stored type. */
export const eprFactInWords: Readonly<Record<string, (data: EventData) => string>> = {
  'EprBusinessCaseApproved.v1': (data) => wordFor(CASES, textMember(data, 'stage')) ?? 'Business case approved',
  'EprProcurementStarted.v1': () => 'Procurement started',
  'EprContractAwarded.v1': (data) =>
    (textMember(data, 'stage') === 'announced' ? 'Contract announced' : 'Contract awarded') + worth(data),
  'EprContractSigned.v1': (data) => `Contract signed${worth(data)}`,
  'EprContractExpired.v1': () => 'Contract expired',
  'EprImplementationStarted.v1': () => 'Implementation started',
  'EprPlanPublished.v1': () => 'Plan published',
  'EprGoLivePlanned.v1': (data) => `Go-live planned${afterNoun(prefixedDate(data, 'planned') ?? {}, 'for')}`,
  'EprGoLivePostponed.v1': postponed,
  'EprWentLive.v1': (data) => `Went live${extent(data)}`,
  'EprUseSuspended.v1': () => 'Use of the system suspended',
  'EprUseResumed.v1': (data) => `Use resumed${extent(data)}`,
  'EprWithdrawn.v1': () => 'System withdrawn from use',
  'EprStateReported.v1': (data) => `State reported: ${eprStateInWords(textMember(data, 'state') ?? 'not-known')}`,
  'EprProgrammeRated.v1': rated,
  'IncidentReported.v1': (data) => `${slugInWords(textMember(data, 'severity') ?? '')} incident reported`.trimStart(),
  'SharedEprFormed.v1': () => 'Shared EPR programme formed',
  'SharedEprJoined.v1': (data) => `${textMember(data, 'member') ?? 'A trust'} joined a shared EPR programme`,
  'SharedEprLeft.v1': (data) => `${textMember(data, 'member') ?? 'A trust'} left a shared EPR programme`,
};

function postponed(data: EventData): string {
  const date = prefixedDate(data, 'planned');
  return date === undefined ? 'Go-live postponed, no new date given' : `Go-live postponed${afterNoun(date, 'to')}`;
}

function rated(data: EventData): string {
  const before = textMember(data, 'previousRating');
  const rating = slugInWords(textMember(data, 'rating') ?? 'not known').toLowerCase();
  return `Programme rated ${rating}${before === undefined ? '' : `, before that ${slugInWords(before).toLowerCase()}`}`;
}

function extent(data: EventData): string {
  return wordFor(EXTENT, textMember(data, 'extent')) ?? '';
}

function worth(data: EventData): string {
  const value = numberMember(data, 'valueGbpMillions');
  return value === undefined ? '' : ` (${poundsInWords(value)})`;
}
