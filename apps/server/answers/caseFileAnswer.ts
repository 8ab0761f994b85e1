import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { asObject, formatDay, textMember } from '@milepost/domain';
import type { EventData, Finding } from '@milepost/domain';
import type { BeforeAndAfter, CaseFile, GapView, InformedStates } from '@milepost/views';
import { FactAnswer, factAnswer } from './factAnswer';
import { DayText, DecimalText, Members, Nullable, OneOf } from './schemaParts';
import { StatementAnswer, statementAnswer } from './statementAnswer';
import { table } from './tables';
import {
  changeAnswer,
  DecisionAnswer,
  decisionAnswer,
  stateAnswer,
  TargetChangeAnswer,
  TargetStateAnswer,
} from './targetAnswer';
import { dayAnswer, whyAnswer } from './windowAnswer';

/** One sentence, by which rule it stands, and the entries that it follows from: it goes when they go. */
export const FindingAnswer = Members({
  rule: Type.String(),
  sentence: Type.String(),
  entries: Type.Array(DecimalText),
  /** Where each of them was read: publisher, or of a copy what it copies; null where the entry names no source. */
  sources: Type.Array(
    Members({
      entry: DecimalText,
      kind: Nullable(OneOf('primary', 'press', 'copy')),
      publisher: Nullable(Type.String()),
      copies: Nullable(Type.String()),
    }),
  ),
  /** Ids of the public statements among them. */
  statements: Type.Array(Type.String()),
});

/** An open question: a request to whoever would hold the document. */
export const GapAnswer = Members({
  id: Type.String(),
  rule: Type.String(),
  question: Type.String(),
  why: Type.String(),
  document: Type.String(),
  holder: Type.String(),
  entries: Type.Array(DecimalText),
  /** Id of the fact that evidence is attached to, with the id of the question as what it answers. */
  fact: Type.String({ format: 'uuid' }),
  /** Entry of the evidence; null while the question is open. */
  answeredBy: Nullable(DecimalText),
  answeredOn: Nullable(DayText),
});
export type GapAnswer = Static<typeof GapAnswer>;

const StateAnswer = Members({ level: Type.String(), why: Nullable(DecimalText) });

export const CaseFileAnswer = Members(
  {
    target: Type.String(),
    kind: OneOf('target', 'programme-end'),
    programme: Nullable(Type.String()),
    extension: TargetChangeAnswer,
    decision: DecisionAnswer,
    /** The target that was moved, and those for one of the two dates: before and after; `before` null: not set yet. */
    changes: Type.Array(
      Members({ target: Type.String(), before: Nullable(TargetStateAnswer), after: TargetStateAnswer }),
    ),
    established: Type.Array(FindingAnswer),
    contradictions: Type.Array(FindingAnswer),
    splits: Type.Array(FindingAnswer),
    forecasts: Type.Array(FindingAnswer),
    /** Every statement and change, each with the changes that it announced. */
    chronology: Type.Array(Members({ fact: FactAnswer, changes: Type.Array(FactAnswer) })),
    /** The state of the trusts at the moment that informed the decision, or by the day it was announced where it names none. */
    informed: Members({
      basis: OneOf('said', 'announced'),
      asOf: DayText,
      size: DecimalText,
      publicBy: Nullable(DayText),
      counted: Type.Integer({ minimum: 0 }),
      /** Counted trusts about whose EPR nothing was recorded then. */
      silent: Type.Integer({ minimum: 0 }),
      trusts: Type.Array(
        Members({
          ods: Type.String(),
          name: Type.String(),
          then: StateAnswer,
          /** Days late then against its latest plan; null where it was not, or is not known to have been. */
          daysLate: Nullable(Type.Integer({ minimum: 1 })),
          now: Nullable(StateAnswer),
        }),
      ),
    }),
    claims: Type.Array(StatementAnswer),
    notKnown: Type.Array(GapAnswer),
  },
  'The case file of the last change that moved a date. Nothing in it is stored: it is worked out from what the moment sees.',
);
export type CaseFileAnswer = Static<typeof CaseFileAnswer>;

export function caseFileAnswer(file: CaseFile): CaseFileAnswer {
  const { target, extension, findings } = file;
  const answer = (finding: Finding) => findingAnswer(finding, file.facts);
  return {
    target: target.id,
    kind: target.kind,
    programme: target.programme ?? null,
    extension: changeAnswer(extension),
    decision: decisionAnswer(extension.fact),
    changes: file.changes.map(beforeAndAfter),
    established: findings.established.map(answer),
    contradictions: findings.contradictions.map(answer),
    splits: findings.splits.map(answer),
    forecasts: findings.forecasts.map(answer),
    chronology: file.chronology.map(({ fact, changes }) => ({
      fact: factAnswer(fact),
      changes: changes.map(factAnswer),
    })),
    informed: informedAnswer(file.informed),
    claims: file.claims.map(({ fact, beside }) => statementAnswer(fact, beside)),
    notKnown: file.gaps.map(gapAnswer),
  };
}

function beforeAndAfter({ target, before, after }: BeforeAndAfter): CaseFileAnswer['changes'][number] {
  return { target: target.id, before: before === undefined ? null : stateAnswer(before), after: stateAnswer(after) };
}

function findingAnswer(
  { rule, sentence, why, statements }: Finding,
  facts: CaseFile['facts'],
): Static<typeof FindingAnswer> {
  const sources = why.map((entry) => sourceAnswer(entry, asObject(facts.get(entry)?.data['source']) ?? {}));
  return { rule, sentence, entries: why.map(String), sources, statements: [...statements] };
}

function sourceAnswer(entry: number, source: EventData): Static<typeof FindingAnswer>['sources'][number] {
  const kind = (['primary', 'press', 'copy'] as const).find((one) => one === source['kind']) ?? null;
  const publisher = textMember(source, 'publisher') ?? null;
  return { entry: String(entry), kind, publisher, copies: textMember(source, 'copies') ?? null };
}

function informedAnswer({ basis, moment, counted, trusts }: InformedStates): CaseFileAnswer['informed'] {
  const state = ({ level, why }: { level: string; why: number }) => ({ level, why: whyAnswer(why) });
  return {
    basis,
    asOf: formatDay(moment.asOf),
    size: String(moment.size),
    publicBy: dayAnswer(moment.publicBy),
    counted,
    silent: counted - trusts.length,
    trusts: trusts.map(({ ods, name, then, daysLate, now }) => ({
      ods,
      name,
      then: state(then),
      daysLate: daysLate ?? null,
      now: now === undefined ? null : state(now),
    })),
  };
}

function gapAnswer({ id, rule, question, why, document, holder, entries, fact, answeredBy }: GapView): GapAnswer {
  return {
    ...{ id, rule, question, why, document, holder, fact },
    entries: entries.map(String),
    answeredBy: answeredBy === undefined ? null : String(answeredBy.sequence),
    answeredOn: dayAnswer(answeredBy?.publicOn),
  };
}

/** The list of requests: what to ask for, of whom, and why. */
export const requestsTable = table<GapAnswer>({
  question: ({ question }) => question,
  why: ({ why }) => why,
  document: ({ document }) => document,
  holder: ({ holder }) => holder,
  state: ({ answeredBy }) => (answeredBy === null ? 'open' : 'answered'),
  answeredOn: ({ answeredOn }) => answeredOn,
  answeredBy: ({ answeredBy }) => answeredBy,
  id: ({ id }) => id,
  rule: ({ rule }) => rule,
  fact: ({ fact }) => fact,
  entries: ({ entries }) => entries.join(' '),
});
