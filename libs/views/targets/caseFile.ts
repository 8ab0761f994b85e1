import { caseFindings, compareFacts, decisionOf, targetOn, textMember } from '@milepost/domain';
import type {
  CaseFindings,
  CaseMaterial,
  CaseStatement,
  Gap,
  TargetDecision,
  TargetState,
  TargetStep,
} from '@milepost/domain';
import { AnswerMemory } from '../claims/answerMemory';
import { besideClaim } from '../claims/besideClaim';
import type { BesideClaim } from '../claims/besideClaim';
import type { Moment } from '../moment';
import type { FactView } from '../questions';
import type { ViewQuestions } from '../viewQuestions';
import { informedStates } from './informedStates';
import type { InformedStates } from './informedStates';
import type { SizeAt } from './sizeHeldBy';
import { targetsAt } from './targetView';
import type { TargetView } from './targetView';

/** More than any programme's; what is beyond them is left out, the oldest first. */
const MOST_STATEMENTS = 500;
const MOST_PROGRAMME_FACTS = 5_000;

/** A target before and after: the one that was moved around its move, another on the day before it and on the day asked about. */
export interface BeforeAndAfter {
  readonly target: TargetView;
  /** Undefined: it was not set yet. */
  readonly before: TargetState | undefined;
  readonly after: TargetState;
}

/** What was said or recorded, and what that changed. */
export interface ChronologyItem {
  readonly fact: FactView;
  /** Facts that name this statement as their announcement. */
  readonly changes: readonly FactView[];
}

/** An open question, and the evidence that answers it. */
export interface GapView extends Gap {
  readonly answeredBy: { readonly sequence: number; readonly publicOn: number | undefined } | undefined;
}

export interface ClaimBeside {
  readonly fact: FactView;
  readonly beside: BesideClaim;
}

/** The case file of an extension: all of it follows from what the moment sees. */
export interface CaseFile {
  readonly target: TargetView;
  /** The last change that moved the date. */
  readonly extension: TargetStep<FactView>;
  readonly decision: TargetDecision;
  readonly changes: readonly BeforeAndAfter[];
  readonly chronology: readonly ChronologyItem[];
  readonly informed: InformedStates;
  /** Claims and forecasts, in the order in which they were made. */
  readonly claims: readonly ClaimBeside[];
  readonly findings: CaseFindings;
  /** Every fact that a sentence can follow from, by its entry. */
  readonly facts: ReadonlyMap<number, FactView>;
  readonly gaps: readonly GapView[];
}

const remembered = new AnswerMemory<CaseFile | undefined>(100);

/** The case file of a target's last extension; undefined where none was announced by the day. Remembered, since at a moment it never changes. */
export function caseFileAt(questions: ViewQuestions, moment: Moment, id: string, sizeAt: SizeAt): CaseFile | undefined {
  const { asOf, size, publicBy } = moment;
  return remembered.of(questions, `${asOf} ${size} ${publicBy} ${id}`, () =>
    makeCaseFile(questions, moment, id, sizeAt),
  );
}

/** Targets that have a case file at the moment, those of programmes' ends first. */
export function extendedTargets(questions: ViewQuestions, moment: Moment): readonly TargetView[] {
  const extended = targetsAt(questions, moment).filter((target) => lastExtension(target, moment) !== undefined);
  const isEnd = ({ kind }: TargetView): number => (kind === 'programme-end' ? 0 : 1);
  return extended.sort((a, b) => isEnd(a) - isEnd(b));
}

function lastExtension({ steps }: TargetView, { asOf }: Moment): TargetStep<FactView> | undefined {
  return steps.findLast(({ extension, fact }) => extension && fact.window.latest <= asOf);
}

function makeCaseFile(questions: ViewQuestions, moment: Moment, id: string, sizeAt: SizeAt): CaseFile | undefined {
  const all = targetsAt(questions, moment);
  const target = all.find((one) => one.id === id);
  const extension = target && lastExtension(target, moment);
  if (target === undefined || extension === undefined) return undefined;
  const statements = saidBy(questions, moment);
  const programmeFacts = [...questions.facts(moment, 'programme', 0, MOST_PROGRAMME_FACTS).items].sort(compareFacts);
  const decision = decisionOf(extension.fact);
  const others = all.filter((one) => one !== target);
  const findings = caseFindings({
    target,
    extension,
    programme: programmeOf(target, programmeFacts),
    others,
    statements: statements.map(caseStatement),
    programmeFacts,
    day: moment.asOf,
  } satisfies CaseMaterial);
  return {
    target,
    extension,
    decision,
    changes: [moved(target, extension, moment), ...others.flatMap((one) => beside(one, extension, moment))],
    chronology: chronologyOf([...others, target], statements, programmeFacts),
    informed: informedStates(questions, moment, extension.fact, decision.informedBy, sizeAt),
    claims: statements.filter(({ fact: { data } }) => data['kind'] === 'claim' || data['kind'] === 'forecast'),
    findings,
    facts: new Map(
      [
        ...all.flatMap(({ steps }) => steps.map(({ fact }) => fact)),
        ...programmeFacts,
        ...statements.map(({ fact }) => fact),
      ].map((fact) => [fact.sequence, fact]),
    ),
    gaps: findings.gaps.map((gap) => ({ ...gap, answeredBy: answerOf(questions, moment, gap) })),
  };
}

function saidBy(questions: ViewQuestions, moment: Moment): readonly ClaimBeside[] {
  return questions
    .facts(moment, 'statement', 0, MOST_STATEMENTS)
    .items.filter(({ type }) => type === 'StatementPublished.v1')
    .sort(compareFacts)
    .map((fact) => ({ fact, beside: besideClaim(questions, moment, fact) }));
}

const statementId = ({ subject }: FactView): string => subject.slice('statement-'.length);

function caseStatement({ fact, beside: { days, counted, denominator } }: ClaimBeside): CaseStatement {
  const isComparable = fact.data['population'] === 'NHS trusts in England';
  const earlier = denominator.kind === 'differs' ? denominator.earlier : undefined;
  return {
    id: statementId(fact),
    fact,
    about: typeof days === 'string' ? undefined : days.window,
    counted,
    denominator:
      denominator.kind === 'same' || denominator.kind === 'same-on-some-days'
        ? 'same'
        : denominator.kind !== 'differs' || !isComparable
          ? 'not-compared'
          : earlier === undefined
            ? 'differs-unexplained'
            : 'differs-outdated',
    countedUntil: earlier?.span.to,
  };
}

/** The name of the programme whose end it is; of a target that of the only programme there is. */
function programmeOf({ kind, programme }: TargetView, facts: readonly FactView[]): string | undefined {
  if (kind === 'programme-end') return programme;
  const launched = facts.filter(({ type }) => type === 'ProgrammeLaunched.v1');
  return launched.length === 1 && launched[0] ? textMember(launched[0].data, 'name') : undefined;
}

function moved(target: TargetView, extension: TargetStep<FactView>, { asOf }: Moment): BeforeAndAfter {
  const facts = target.steps.map(({ fact }) => fact);
  const at = target.steps.indexOf(extension);
  return { target, before: targetOn(facts.slice(0, at), asOf), after: targetOn(facts.slice(0, at + 1), asOf) };
}

/** A target that was for one of the two dates, at some time. */
function beside(target: TargetView, extension: TargetStep<FactView>, { asOf }: Moment): readonly BeforeAndAfter[] {
  const dates = datesOf(extension);
  if (!target.steps.some((step) => datesOf(step).some((date) => dates.includes(date)))) return [];
  const facts = target.steps.map(({ fact }) => fact);
  const before = extension.fact.window.earliest - 1;
  const isSet = facts.some(({ window }) => window.latest <= before);
  return [{ target, before: isSet ? targetOn(facts, before) : undefined, after: targetOn(facts, asOf) }];
}

function datesOf({ moved: all }: TargetStep): readonly number[] {
  return all.flatMap((one) =>
    one.member === 'deadline' ? [one.from, one.to].flatMap((date) => (date ? [date.window.latest] : [])) : [],
  );
}

function chronologyOf(
  targets: readonly TargetView[],
  statements: readonly ClaimBeside[],
  programmeFacts: readonly FactView[],
): readonly ChronologyItem[] {
  const ofTargets = targets
    .filter(({ kind }) => kind === 'target')
    .flatMap(({ steps }) => steps.map(({ fact }) => fact));
  const changes = [...ofTargets, ...programmeFacts];
  const said = new Set(statements.map(({ fact }) => statementId(fact)));
  const announced = (fact: FactView): string | undefined => textMember(fact.data, 'statement');
  return [
    ...statements.map(({ fact }) => ({ fact, changes: changes.filter((one) => announced(one) === statementId(fact)) })),
    ...changes.filter((one) => !said.has(announced(one) ?? '')).map((fact) => ({ fact, changes: [] })),
  ].sort((a, b) => compareFacts(a.fact, b.fact));
}

/** The first evidence that names the question, by its id or in its words. */
function answerOf(questions: ViewQuestions, moment: Moment, { id, question, fact }: Gap): GapView['answeredBy'] {
  const evidence = questions
    .fact(moment, fact)
    .find(
      ({ storedType, data }) =>
        storedType === 'EvidenceAttached.v1' && [id, question].includes(String(data['answers'])),
    );
  return evidence && { sequence: evidence.sequence, publicOn: evidence.publicOn };
}
