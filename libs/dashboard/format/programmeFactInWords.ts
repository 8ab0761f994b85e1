import { dateInWords } from './dateInWords';
import { numberMember, textMember } from './eventMembers';
import type { EventData } from './eventMembers';
import { percentInWords } from './percentInWords';
import { poundsInWords } from './poundsInWords';
import { afterNoun, prefixedDate } from './prefixedDate';
import { slugInWords } from './slugInWords';

/** What a fact about a programme, a target, a statement, a source or an assessment says, in a few words; by stored type. */
export const programmeFactInWords: Readonly<Record<string, (data: EventData) => string>> = {
  'CapabilityAssessed.v1': assessed,
  'SupportAgreed.v1': (data) => `${slugInWords(textMember(data, 'kind') ?? '')} support agreed`.trimStart(),
  'SupportEnded.v1': (data) => `${slugInWords(textMember(data, 'kind') ?? '')} support ended`.trimStart(),
  'ProgrammeLaunched.v1': (data) => `Programme launched: ${textMember(data, 'name') ?? 'name not known'}`,
  'ProgrammeEndRevised.v1': (data) => `End of the programme revised${dated(data, 'ends', 'to')}`,
  'FundingRevised.v1': funding,
  'RatingPublished.v1': rating,
  'ProgrammeSucceeded.v1': (data) =>
    `Programme succeeded by ${slugInWords(textMember(data, 'successor') ?? 'another')}${dated(data, 'ends', 'in')}`,
  'TargetSet.v1': (data) => `Target set${aim(data)}`,
  'TargetReworded.v1': (data) => `Target reworded${aim(data)}`,
  'ThresholdChanged.v1': (data) => `Threshold of the target changed${aim(data)}`,
  'DeadlineExtended.v1': (data) => `Deadline moved${dated(data, 'deadline', 'to')}`,
  'TargetWithdrawn.v1': () => 'Target withdrawn',
  'StandardPublished.v1': standard,
  'StandardWithdrawn.v1': (data) =>
    `${textMember(data, 'version') === undefined ? 'Standard' : `Version ${textMember(data, 'version') ?? ''} of the standard`} withdrawn`,
  'StatementPublished.v1': (data) => `Public claim by ${textMember(data, 'speaker') ?? 'a speaker not known'}`,
  'PositionAgreed.v1': (data) => `Position agreed: ${textMember(data, 'title') ?? 'title not known'}`,
  'SourceDeclared.v1': () => 'Source declared',
  'SourceCompleteTo.v1': (data) =>
    `Source complete to${afterNoun({ on: textMember(data, 'completeTo') }, '').replace(/ +/g, ' ')}`,
};

function standard(data: EventData): string {
  const what = textMember(data, 'purpose') === 'illustration' ? 'Illustration' : 'Standard';
  return `${what} published: ${textMember(data, 'title') ?? 'title not known'}, version ${textMember(data, 'version') ?? 'not known'}`;
}

function assessed(data: EventData): string {
  const setting = textMember(data, 'careSetting');
  const framework = `${textMember(data, 'framework') ?? 'Assessment'} ${textMember(data, 'frameworkVersion') ?? ''}`;
  return `Assessed: ${framework.trim()}${setting === undefined ? '' : `, ${slugInWords(setting).toLowerCase()}`}`;
}

function funding(data: EventData): string {
  const from = numberMember(data, 'fromGbpMillions');
  const to = numberMember(data, 'toGbpMillions');
  if (from === undefined && to === undefined) return 'Funding revised';
  return `Funding revised${from === undefined ? '' : ` from ${poundsInWords(from)}`}${to === undefined ? '' : ` to ${poundsInWords(to)}`}`;
}

function rating(data: EventData): string {
  const before = textMember(data, 'previousRating');
  const now = slugInWords(textMember(data, 'rating') ?? 'not known').toLowerCase();
  return `Rated ${now}${before === undefined ? '' : `, before that ${slugInWords(before).toLowerCase()}`} by ${textMember(data, 'ratedBy') ?? 'a body not known'}`;
}

/** `: 90% by December 2023`, `, for March 2025`: the share and the date, as far as they are said. */
function aim(data: EventData): string {
  const share = threshold(data);
  const date = dated(data, 'deadline', share === '' ? 'for' : 'by');
  return share === '' && date !== '' ? `,${date}` : share + date;
}

function threshold(data: EventData): string {
  const low = numberMember(data, 'thresholdPercentLow');
  const high = numberMember(data, 'thresholdPercentHigh') ?? low;
  return low === undefined || high === undefined ? '' : `: ${percentInWords(low, high)}`;
}

function dated(data: EventData, prefix: string, word: string): string {
  const date = prefixedDate(data, prefix);
  return date === undefined || dateInWords(date) === 'date not known' ? '' : afterNoun(date, word);
}
