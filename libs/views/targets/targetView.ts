import {
  compareFacts,
  prefixedDate,
  PROGRAMME_END_TYPES,
  programmeEndId,
  programmeOfEnd,
  stillNeeded,
  TARGET_TYPES,
  targetOn,
  targetStatus,
  targetSteps,
  textMember,
} from '@milepost/domain';
import type { StillNeeded, TargetState, TargetStatus, TargetStep } from '@milepost/domain';
import { ownMetric } from '../claims/ownMetrics';
import type { Moment } from '../moment';
import type { FactView, Figure } from '../questions';
import type { ViewQuestions } from '../viewQuestions';

/** More than any programme sets or changes; what is beyond them is left out, the oldest first. */
const MOST_FACTS = 5_000;

/** The figure that a target is about, at the moment asked about. */
export interface TargetFigure {
  /** A metric of figures; of a standard's version `meets:{standard}@{version}`. */
  readonly metric: string;
  readonly figure: Figure;
  /** Undefined where the target names no share on the day. */
  readonly still: StillNeeded | undefined;
}

/** A target at a moment, or a programme's end, which is listed as one. */
export interface TargetView {
  readonly id: string;
  readonly kind: 'target' | 'programme-end';
  /** The programme's own name, of an end; undefined where it is not known. */
  readonly programme: string | undefined;
  readonly status: TargetStatus;
  readonly state: TargetState;
  /** Its setting and every change that may have been announced by the day, in the order of facts. */
  readonly steps: readonly TargetStep<FactView>[];
  /** Undefined where this record measures nothing that the target is about. */
  readonly against: TargetFigure | undefined;
}

/** Every target that was announced by the day, in the order in which they were first announced. */
export function targetsAt(questions: ViewQuestions, moment: Moment): readonly TargetView[] {
  const targets = bySubject(questions.facts(moment, 'target', 0, MOST_FACTS).items);
  const programmes = bySubject(questions.facts(moment, 'programme', 0, MOST_FACTS).items);
  const views = [
    ...[...targets].map(([id, facts]) => targetView(questions, moment, id, facts)),
    ...[...programmes].map(([id, facts]) => endView(questions, moment, id, facts)),
  ].filter((view) => view !== undefined);
  return views.sort((a, b) => compareFacts(firstOf(a), firstOf(b)));
}

/** One target by its id; undefined where the moment sees none. */
export function targetAt(questions: ViewQuestions, moment: Moment, id: string): TargetView | undefined {
  const programme = programmeOfEnd(id);
  return programme === undefined
    ? targetView(questions, moment, id, questions.factsAbout(moment, 'target', id))
    : endView(questions, moment, programme, questions.factsAbout(moment, 'programme', programme));
}

function targetView(
  questions: ViewQuestions,
  moment: Moment,
  id: string,
  facts: readonly FactView[],
): TargetView | undefined {
  return viewOf(questions, moment, { id, kind: 'target', programme: undefined }, about(facts, TARGET_TYPES));
}

function endView(
  questions: ViewQuestions,
  moment: Moment,
  programme: string,
  facts: readonly FactView[],
): TargetView | undefined {
  const launched = facts.find(({ type }) => type === 'ProgrammeLaunched.v1');
  const name = launched && textMember(launched.data, 'name');
  const head = { id: programmeEndId(programme), kind: 'programme-end', programme: name } as const;
  const view = viewOf(questions, moment, head, about(facts, PROGRAMME_END_TYPES).filter(saysEnd));
  // A programme whose end was never said has none that could be listed.
  return view?.steps.some(({ moved }) => moved.some(({ member }) => member === 'deadline')) ? view : undefined;
}

/** A successor can be named without a word of when this programme ends. */
function saysEnd({ type, data }: FactView): boolean {
  return type !== 'ProgrammeSucceeded.v1' || prefixedDate(data, 'ends') !== undefined;
}

function about(facts: readonly FactView[], types: ReadonlySet<string>): readonly FactView[] {
  return facts.filter(({ type }) => types.has(type)).sort(compareFacts);
}

function viewOf(
  questions: ViewQuestions,
  moment: Moment,
  head: Pick<TargetView, 'id' | 'kind' | 'programme'>,
  facts: readonly FactView[],
): TargetView | undefined {
  if (facts.length === 0) return undefined;
  const state = targetOn(facts, moment.asOf);
  const against = figureAgainst(questions, moment, state);
  return { ...head, status: targetStatus(state), state, steps: targetSteps(facts), against };
}

function figureAgainst(
  questions: ViewQuestions,
  moment: Moment,
  { metric, threshold }: TargetState,
): TargetFigure | undefined {
  const counted = metric.value === undefined ? undefined : figureOf(questions, moment, metric.value);
  if (counted === undefined) return undefined;
  return { ...counted, still: threshold.value && stillNeeded(threshold.value, counted.figure) };
}

function figureOf(
  questions: ViewQuestions,
  moment: Moment,
  metric: string,
): Pick<TargetFigure, 'metric' | 'figure'> | undefined {
  const own = ownMetric(metric);
  if (own?.without) return undefined;
  if (own) return { metric: own.metric, figure: questions.figure(moment, own.metric, undefined) };
  return standardFigure(questions, moment, metric);
}

/** The standard that is called as the metric is, `core-level` for `core_level`, by its version in force. An illustration is nobody's target. */
function standardFigure(
  questions: ViewQuestions,
  moment: Moment,
  metric: string,
): Pick<TargetFigure, 'metric' | 'figure'> | undefined {
  const id = metric.replaceAll('_', '-');
  const definition = questions.standards.all(moment).find((standard) => standard.id === id)?.inForce?.definition;
  if (definition?.purpose !== 'standard') return undefined;
  const figure = questions.standards.figure(moment, definition, undefined);
  return { metric: `meets:${id}@${definition.version}`, figure };
}

function bySubject(facts: readonly FactView[]): ReadonlyMap<string, readonly FactView[]> {
  const groups = new Map<string, FactView[]>();
  for (const fact of facts) {
    const id = fact.subject.slice(fact.subject.indexOf('-') + 1);
    groups.set(id, [...(groups.get(id) ?? []), fact]);
  }
  return groups;
}

function firstOf({ steps }: TargetView): FactView {
  return (steps[0] as TargetStep<FactView>).fact;
}
