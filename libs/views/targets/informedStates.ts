import { parseDay } from '@milepost/domain';
import type { InformedBy } from '@milepost/domain';
import type { Moment } from '../moment';
import type { EprStateView, FactView, Questions } from '../questions';
import type { SizeAt } from './sizeHeldBy';

const MOST_TRUSTS = 5_000;

/** A trust about whose EPR something was recorded, at the moment that informed a decision, and at the moment asked about. */
export interface InformedTrust {
  readonly ods: string;
  readonly name: string;
  readonly then: EprStateView;
  /** Days that it was late then against the latest plan, of its go-lives the one that was latest; undefined where it was not, or is not known to have been. */
  readonly daysLate: number | undefined;
  /** Undefined where it is not counted any more, or not known to be. */
  readonly now: EprStateView | undefined;
}

/** The state of every trust at the moment that informed a decision. */
export interface InformedStates {
  /** `said`: by the decision; `announced`: it says none, so what had been made public by the day it was announced. */
  readonly basis: 'said' | 'announced';
  readonly moment: Moment;
  /** Trusts counted then. */
  readonly counted: number;
  /** Those of them about whose EPR anything was recorded. */
  readonly trusts: readonly InformedTrust[];
}

export function informedStates(
  questions: Questions,
  moment: Moment,
  change: FactView,
  informedBy: InformedBy | undefined,
  sizeAt: SizeAt,
): InformedStates {
  const said = informedBy && saidMoment(moment, informedBy, sizeAt);
  const then = said ?? announcedMoment(moment, change);
  const now = new Map(
    questions.trusts(moment, { scope: 'in' }, 0, MOST_TRUSTS).items.map((trust) => [trust.ods, trust]),
  );
  const late = daysLate(questions, then);
  const { items } = questions.trusts(then, { scope: 'in' }, 0, MOST_TRUSTS);
  return {
    basis: said === undefined ? 'announced' : 'said',
    moment: then,
    counted: items.length,
    trusts: items
      .filter(({ eprState }) => eprState.level !== 'not-known' || eprState.lastReported !== undefined)
      .map(({ ods, name, eprState }) => ({
        ods,
        name,
        then: eprState,
        daysLate: late.get(ods),
        now: now.get(ods)?.eprState,
      })),
  };
}

/** By trust; those that were not late are not in it. */
function daysLate(questions: Questions, moment: Moment): ReadonlyMap<string, number> {
  const { items } = questions.goLives(moment, 'late-against-plan', 0, MOST_TRUSTS);
  return new Map(
    items.flatMap(({ ods, goLives, reportedTo }) => {
      // Beyond its last report nobody knows whether a plan was kept.
      if (reportedTo === undefined || reportedTo < moment.asOf) return [];
      const days = goLives.map(({ latest }) => latest.daysLate ?? 0);
      return days.some((number) => number > 0) ? [[ods, Math.max(...days)] as const] : [];
    }),
  );
}

/** Nothing that the moment asked about does not see is seen then either. */
function saidMoment({ size, publicBy }: Moment, informedBy: InformedBy, sizeAt: SizeAt): Moment | undefined {
  const asOf = parseDay(informedBy.asOf);
  const held = informedBy.recordedBy === undefined ? size : sizeAt(informedBy.recordedBy);
  if (asOf === undefined || held === undefined) return undefined;
  return { asOf, size: Math.min(size, held), publicBy: earlierOf(publicBy, parseDay(informedBy.publicBy ?? '')) };
}

function announcedMoment({ size, publicBy }: Moment, { window, publicOn }: FactView): Moment {
  const day = Math.min(window.latest, publicOn);
  return { asOf: day, size, publicBy: earlierOf(publicBy, day) };
}

function earlierOf(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}
