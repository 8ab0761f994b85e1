import { parseDay } from '@milepost/domain';
import type { AgreedFigure, Day, PositionAgreed } from '@milepost/domain';
import type { Moment } from '../moment';
import type { MovementAnswer } from '../movement/movementAnswer';
import type { FactView, Figure, FigureMetric, Questions } from '../questions';
import { METRICS } from '../reader/asked';

/** More than any board agrees on; what is beyond them is left out, the oldest first. */
const MOST_FACTS = 5_000;

/** One figure as it was agreed, and what the record shows for the same moment now. */
export interface FigureAgreed {
  readonly agreed: AgreedFigure;
  /** Undefined where the record counts nothing of that name, or the position names a moment that was none. */
  readonly again: (Figure & { readonly definition: string }) | undefined;
  /** Whether it is the same, by the same definition. A moment's figures never change, so that anything else is a fault. */
  readonly same: boolean;
}

/** What a board agreed, with the moment it agreed about. */
export interface PositionView {
  readonly id: string;
  readonly fact: FactView;
  readonly title: string;
  readonly authority: string;
  readonly about: Moment;
  readonly figures: readonly FigureAgreed[];
}

/** What has changed of one figure from the moment agreed about to the moment asked about. */
export interface ChangedSince {
  readonly metric: string;
  /** Undefined where the two cannot be compared: one has a limit of what had been made public and the other has none. */
  readonly movement: MovementAnswer | undefined;
}

/** Every position agreed by the day, the newest public first. */
export function positionsAt(questions: Questions, moment: Moment): readonly PositionView[] {
  return questions.facts(moment, 'position', 0, MOST_FACTS).items.flatMap((fact) => viewOf(questions, fact));
}

/** One position by its id; undefined where the moment sees none. */
export function positionAt(questions: Questions, moment: Moment, id: string): PositionView | undefined {
  return questions
    .factsAbout(moment, 'position', id)
    .flatMap((fact) => viewOf(questions, fact))
    .at(-1);
}

/** How each figure moved since, split as movement is. */
export function changedSince(
  questions: Questions,
  { about, figures }: PositionView,
  moment: Moment,
): readonly ChangedSince[] {
  const comparable = (about.publicBy === undefined) === (moment.publicBy === undefined);
  return figures.map(({ agreed: { metric }, again }) => ({
    metric,
    movement:
      comparable && again !== undefined && isMetric(metric)
        ? questions.movement({ from: about, to: moment, metric }, undefined)
        : undefined,
  }));
}

function viewOf(questions: Questions, fact: FactView): PositionView[] {
  if (fact.type !== 'PositionAgreed.v1') return [];
  const data = fact.data as unknown as PositionAgreed;
  const about: Moment = {
    asOf: dayOf(data.asOf),
    size: Number(data.recordedBy.slice('size:'.length)),
    publicBy: data.publicBy === undefined ? undefined : dayOf(data.publicBy),
  };
  // Whoever agreed cannot have seen what was recorded after it.
  const wasHeld = about.size <= fact.sequence;
  return [
    {
      id: fact.subject.slice('position-'.length),
      fact,
      title: data.title,
      authority: data.authority,
      about,
      figures: data.figures.map((agreed) => beside(questions, agreed, wasHeld ? about : undefined)),
    },
  ];
}

function beside(questions: Questions, agreed: AgreedFigure, about: Moment | undefined): FigureAgreed {
  if (about === undefined || !isMetric(agreed.metric)) return { agreed, again: undefined, same: false };
  const again = questions.figure(about, agreed.metric, undefined);
  const members = ['definition', 'numerator', 'denominator', 'notKnown'] as const;
  return { agreed, again, same: members.every((member) => again[member] === agreed[member]) };
}

const isMetric = (name: string): name is FigureMetric => Object.hasOwn(METRICS, name);

/** Of a text that the schema of its event holds to be a day. */
const dayOf = (text: string): Day => parseDay(text) as Day;
