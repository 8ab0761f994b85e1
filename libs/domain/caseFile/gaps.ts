import { asObject, textMember, textsMember } from '../facts/eventMembers';
import type { EventData } from '../facts/eventMembers';
import type { FactVersion } from '../facts/factVersion';
import { decisionOf } from '../targets/decisionOf';
import { moveOfDate } from '../targets/targetSteps';
import { targetOn, targetStatus } from '../targets/targetState';
import { periodWindow } from '../time/periodWindow';
import { dayInWords } from '../words/dayInWords';
import { dateInWords } from '../words/dateInWords';
import { numberInWords } from '../words/numberInWords';
import { contradictions } from './contradictions';
import type { CaseMaterial, CaseTarget } from './caseMaterial';
import { metricWords, OF_THE_STANDARD } from './metricWords';
import { isOfKind, metricOf, shareOf, wholeNumbers } from './statementNumbers';

/** What the record does not say: one question, and how it could be answered. Stands only as long as the facts that raise it. */
export interface Gap {
  /** Names the question, so that evidence can say which one it answers. */
  readonly id: string;
  /** Name of the rule, with its version. */
  readonly rule: string;
  readonly question: string;
  readonly why: string;
  /** Which document would settle it. */
  readonly document: string;
  /** Who would hold it. */
  readonly holder: string;
  /** Entries that raise the question. */
  readonly entries: readonly number[];
  /** Id of the fact that evidence is attached to. */
  readonly fact: string;
}

/** The questions that the record leaves open, those about the decision first. */
export function gaps(material: CaseMaterial): readonly Gap[] {
  return [
    ...decisionGaps(material),
    ...conditionGaps(material),
    ...targetGaps(material),
    ...resultGaps(material),
    ...memberGaps(material),
    ...denominatorGaps(material),
    ...amountGaps(material),
    ...ratingGaps(material),
  ];
}

/** By the name that the record has for it. */
function office({ programme }: CaseMaterial): string {
  return programme === undefined ? 'The programme’s office' : `The office of the programme ${programme}`;
}

/** The office, and whoever made the change public. */
function holderOf(material: CaseMaterial): string {
  const { extension, statements } = material;
  const announced = statements.find(({ id }) => id === decisionOf(extension.fact).statement);
  const speaker = announced && textMember(announced.fact.data, 'speaker');
  return speaker === undefined || /^not known/.test(speaker)
    ? office(material)
    : `${office(material)}; ${speaker}, which made it public`;
}

function about({ fact: { fact, sequence } }: { readonly fact: FactVersion }): Pick<Gap, 'fact' | 'entries'> {
  return { fact, entries: [sequence] };
}

function decisionGaps(material: CaseMaterial): readonly Gap[] {
  const { extension } = material;
  const { authority, decided, reasons, informedBy } = decisionOf(extension.fact);
  const shared = { ...about(extension), holder: holderOf(material) };
  return [
    authority === undefined && {
      ...shared,
      id: 'who-decided',
      rule: 'who-decided@1',
      question: 'Which role or body decided to move the date',
      why: 'Whoever makes a change public need not be who decided it, and only who decided can answer for it.',
      document: 'The minutes, or the note of the decision, that approved the change',
    },
    decided === undefined && {
      ...shared,
      id: 'when-decided',
      rule: 'when-decided@1',
      question: 'On which day it was decided',
      why: 'Between decision and announcement others went on reporting against the old date.',
      document: 'The minutes, or the note of the decision, that approved the change',
    },
    reasons.length === 0 && {
      ...shared,
      id: 'why-decided',
      rule: 'why-decided@1',
      question: 'Which reasons were given',
      why: 'Without them nobody can tell whether the new date answers what held up the old one.',
      document: 'The paper that proposed the change',
    },
    informedBy === undefined && {
      ...shared,
      id: 'informed-by',
      rule: 'informed-by@1',
      question: 'Which position of the trusts the decision was informed by',
      why: 'A decision can only be held against what was known when it was taken.',
      document: 'The figures that were put before whoever decided, with their date',
    },
  ].filter((gap) => gap !== false);
}

/** Whether conditions were attached; where they were, whether each was kept. */
function conditionGaps(material: CaseMaterial): readonly Gap[] {
  const { extension } = material;
  const conditions = textsMember(extension.fact.data, 'conditions');
  const shared = { ...about(extension), holder: holderOf(material) };
  if (conditions.length === 0) {
    return [
      {
        ...shared,
        id: 'conditions',
        rule: 'conditions@1',
        question: 'Which conditions were attached to the new date',
        why: 'What was promised in return for more time is what the extension is to be judged by.',
        document: 'The approval of the change, with its conditions',
      },
    ];
  }
  return conditions.map((condition, index) => ({
    ...shared,
    id: `condition-${index + 1}-kept`,
    rule: 'condition-kept@1',
    question: `Whether this condition was kept: ${condition}`,
    why: 'It was attached to the new date, and nothing here says what became of it.',
    document: 'A report on the condition to whoever attached it',
  }));
}

/** Targets for the very date from which the programme's end moved, of which no entry says that they moved with it. */
function targetGaps(material: CaseMaterial): readonly Gap[] {
  const { extension, others, target } = material;
  const move = moveOfDate(extension);
  if (move?.from === undefined) return [];
  const { latest } = move.from.window;
  const before = extension.fact.window.earliest - 1;
  return others
    .filter((one) => one !== target)
    .flatMap((one) => {
      const { deadline, metric } = targetOn(factsOf(one), before);
      const hasMoved = one.steps.some(({ extension: moved }) => moved);
      if (deadline.value?.window.latest !== latest || hasMoved || metric.value === undefined) return [];
      return [
        {
          ...about(extension),
          entries: [extension.fact.sequence, deadline.why],
          id: `moved-too-${one.id}`,
          rule: 'moved-too@1',
          question: `Whether the target for trusts ${metricWords(metric.value).having} by ${dateInWords(deadline.value.text)} was moved by the same decision`,
          why: 'A target whose date was never said to be moved still stands, and was missed or met on it.',
          document: 'The approval of the change, or the programme’s targets as restated after it',
          holder: office(material),
        },
      ];
    });
}

const factsOf = ({ steps }: CaseTarget): readonly FactVersion[] => steps.map(({ fact }) => fact);

/** Targets that were due by the day asked about, of which no primary source gave the result. */
function resultGaps(material: CaseMaterial): readonly Gap[] {
  const { others, target, statements, day } = material;
  return [target, ...others].flatMap((one) => {
    const state = targetOn(factsOf(one), day);
    const { metric, deadline, threshold } = state;
    if (metric.value === undefined || deadline.value === undefined || threshold.value === undefined) return [];
    const due = deadline.value.window.latest;
    if (due > day || targetStatus(state) !== 'in-force') return [];
    const name = metric.value;
    if (statements.some(({ fact: { data } }) => isOfficialResult(data, name, due))) return [];
    const setting = one.steps.find(({ fact }) => fact.sequence === deadline.why);
    return setting === undefined
      ? []
      : [
          {
            ...about(setting),
            entries: [...new Set([deadline.why, threshold.why, metric.why])],
            id: `result-${one.id}`,
            rule: 'official-result@1',
            question: `How many trusts were ${metricWords(name).having.replace(/^with an/, 'there with an')} on ${dayInWords(due)}`,
            why: 'It is what the target was for, and no primary source recorded here gives the result.',
            document: 'The programme’s closing report, with the number, the trusts counted and the definition used',
            holder: office(material),
          },
        ];
  });
}

function isOfficialResult(data: EventData, metric: string, due: number): boolean {
  const end = periodWindow(textMember(data, 'refersToEnd') ?? textMember(data, 'refersTo') ?? '')?.latest;
  const isPrimary = textMember(asObject(data['source']) ?? {}, 'kind') === 'primary';
  return (
    isOfKind(data, 'claim') &&
    metricOf(data) === metric &&
    isPrimary &&
    shareOf(data) !== undefined &&
    end !== undefined &&
    end >= due
  );
}

/** Shares of trusts that meet a standard were claimed, and of no trust it was said whether it does. */
function memberGaps(material: CaseMaterial): readonly Gap[] {
  const claims = material.statements.filter(
    ({ fact: { data } }) =>
      isOfKind(data, 'claim') && OF_THE_STANDARD.includes(metricOf(data) ?? '') && shareOf(data) !== undefined,
  );
  const last = claims.at(-1);
  if (last === undefined) return [];
  return [
    {
      ...about(last),
      entries: claims.map(({ fact }) => fact.sequence),
      id: 'who-meets-the-standard',
      rule: 'claims-without-members@1',
      question: 'Which trusts meet the standard, and by which definition the published shares were counted',
      why: 'Without the list and the definition no share can be checked, and two of them cannot be compared.',
      document: 'The assessment of each trust, and the definition in force then',
      holder: office(material),
    },
  ];
}

function denominatorGaps(material: CaseMaterial): readonly Gap[] {
  const unexplained = material.statements.filter(({ denominator }) => denominator === 'differs-unexplained');
  const numbers = new Set(unexplained.map(({ fact: { data } }) => wholeNumbers(data).denominator ?? 0));
  return [...numbers].flatMap((number) => {
    const claims = unexplained.filter(({ fact: { data } }) => wholeNumbers(data).denominator === number);
    const [first] = claims;
    if (first === undefined) return [];
    return [
      {
        ...about(first),
        entries: claims.map(({ fact }) => fact.sequence),
        id: `denominator-${number}`,
        rule: 'denominator-unexplained@1',
        question: `Which ${numberInWords(number)} trusts were counted`,
        why: 'The register counts another number on those days, so a trust was left out or counted twice, or another day is meant.',
        document: 'The list of trusts behind the published number',
        holder: office(material),
      },
    ];
  });
}

function amountGaps(material: CaseMaterial): readonly Gap[] {
  const differing = contradictions(material).filter(({ rule }) => rule === 'amounts-differ@1');
  const [first] = differing;
  const fact = material.statements.find(({ fact: { sequence } }) => sequence === first?.why[0])?.fact;
  if (first === undefined || fact === undefined) return [];
  return [
    {
      fact: fact.fact,
      entries: [...new Set(differing.flatMap(({ why }) => why))],
      id: 'budget',
      rule: 'amounts-differ@1',
      question: 'By how much the budget was changed, for which period',
      why: 'Whether the date moved because of the money depends on how much of it went, and when.',
      document: 'The programme’s budget as approved before and after the change',
      holder: office(material),
    },
  ];
}

/** A rating was published once, and none as at a later day up to the new end. */
function ratingGaps(material: CaseMaterial): readonly Gap[] {
  const { programmeFacts, extension, day } = material;
  const ratings = programmeFacts.filter(({ type }) => type === 'RatingPublished.v1');
  const last = ratings.at(-1);
  const due = moveOfDate(extension)?.to.window.latest;
  if (last === undefined || due === undefined || due > day) return [];
  const asAt = asAtOf(last);
  if (asAt === undefined || asAt.latest >= due - YEAR) return [];
  return [
    {
      ...about({ fact: last }),
      entries: [last.sequence, extension.fact.sequence],
      id: 'later-ratings',
      rule: 'later-ratings@1',
      question: `How the programme was rated after ${dayInWords(asAt.latest)}`,
      why: 'Ratings are given every year; they say whether the new date was thought achievable.',
      document: 'The yearly reports on major projects, with their data',
      holder: `${textMember(last.data, 'ratedBy') ?? 'Whoever rated it'}, or its successor`,
    },
  ];
}

const YEAR = 366;

function asAtOf({ data }: FactVersion) {
  return periodWindow(textMember(data, 'asAtOn') ?? '');
}
