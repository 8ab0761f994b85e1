import type { Day, FactVersion, LevelRule, Segment, Window } from '@milepost/domain';
import { compareFactsIn, effectWindow, verdictWhileOpen } from '@milepost/domain';
import { lastAtOrBefore } from './lastAtOrBefore';
import type { DayRange } from './span';

interface Effect {
  readonly fact: FactVersion;
  readonly window: Window;
}

const latest = ({ window }: Effect): Day => window.latest;
const order = (a: Effect, b: Effect): number => compareFactsIn(a.fact, a.window, b.fact, b.window);
const isWide = ({ window }: Effect): boolean => window.earliest < window.latest;

/** Where an effect stands, or would stand, in a line in the order of facts. */
function placeOf(effects: readonly Effect[], effect: Effect): number {
  let low = 0;
  let high = effects.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order(effects[middle] as Effect, effect) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * One subject's effective facts in the order in which they take effect under a fold, with the state after each.
 * A change is folded on only until the state is again what it was; days from there on cannot have changed.
 * Rules that differ in their verdicts alone share one line.
 */
export class FactLine<State> {
  private readonly effects: Effect[] = [];
  private readonly states: State[] = [];
  /** Those of the effects whose window has more than one day, in the same order. */
  private readonly wide: Effect[] = [];

  constructor(
    private readonly fold: LevelRule<State>,
    facts: readonly FactVersion[] = [],
  ) {
    this.effects = facts.map((fact) => this.effectOf(fact)).sort(order);
    this.wide = this.effects.filter(isWide);
    let state = fold.initial;
    for (const { fact } of this.effects) this.states.push((state = fold.evolve(state, fact)));
  }

  /** Takes a version out, puts one in, or both at once, and gives the days on which a verdict may have changed by that. */
  change(removed: FactVersion | undefined, added: FactVersion | undefined): DayRange {
    const out = removed && this.effectOf(removed);
    const in_ = added && this.effectOf(added);
    const from = Math.min(out?.window.earliest ?? Infinity, in_?.window.earliest ?? Infinity);
    const to = Math.max(out ? this.remove(out) : -Infinity, in_ ? this.insert(in_) : -Infinity);
    return { from, to };
  }

  /** The verdicts of a rule of this fold on these days, neighbours differing. */
  segments(rule: LevelRule<State>, { from, to }: DayRange): Segment[] {
    const open = this.wide.filter(({ window }) => window.latest > from && window.earliest < to);
    let index = lastAtOrBefore(this.effects, from, latest);
    const segments: Segment[] = [];
    for (const day of this.turningDays(from, to, index, open)) {
      while (index + 1 < this.effects.length && latest(this.effects[index + 1] as Effect) <= day) index += 1;
      const state = this.stateAt(index);
      const undecided = open.filter(({ window }) => window.earliest <= day && day < window.latest);
      const { level, why } =
        undecided.length === 0
          ? rule.verdict(state)
          : verdictWhileOpen(
              rule,
              state,
              undecided.map(({ fact }) => fact),
            );
      const last = segments.at(-1);
      if (last?.level !== level || last.why !== why) segments.push({ from: day, level, why });
    }
    return segments;
  }

  /** The days from `from` on and before `to` on which a verdict can differ from the day before; `from` is the first. */
  private turningDays(from: Day, to: Day, index: number, open: readonly Effect[]): Day[] {
    const days = [from];
    for (let i = index + 1; i < this.effects.length; i += 1) {
      const day = latest(this.effects[i] as Effect);
      if (day >= to) break;
      if (day !== days.at(-1)) days.push(day);
    }
    const beginnings = open.map(({ window }) => window.earliest).filter((day) => day > from && day < to);
    return beginnings.length === 0 ? days : [...new Set([...days, ...beginnings])].sort((a, b) => a - b);
  }

  private insert(effect: Effect): Day {
    const at = placeOf(this.effects, effect);
    this.effects.splice(at, 0, effect);
    if (isWide(effect)) this.wide.splice(placeOf(this.wide, effect), 0, effect);
    const before = this.stateAt(at - 1);
    const after = this.fold.evolve(before, effect.fact);
    this.states.splice(at, 0, after);
    return this.sameAgain(at, before, after);
  }

  private remove(effect: Effect): Day {
    const at = placeOf(this.effects, effect);
    if (this.effects[at]?.fact.sequence !== effect.fact.sequence) {
      throw new RangeError(`Version ${effect.fact.sequence} is not in effect under ${this.fold.id}.`);
    }
    this.effects.splice(at, 1);
    if (isWide(effect)) this.wide.splice(placeOf(this.wide, effect), 1);
    const [was] = this.states.splice(at, 1) as [State];
    const end = this.sameAgain(at - 1, was, this.stateAt(at - 1));
    return Math.max(end, effect.window.latest);
  }

  /**
   * Folds on after `index`, where the state was `before` and is now `after`, until it is what it was.
   * The day from which on every state is as before: the latest day of the effect at which they met.
   */
  private sameAgain(index: number, before: State, after: State): Day {
    const { fold, states, effects } = this;
    let at = index;
    let was = before;
    let state = after;
    while (!fold.same(was, state)) {
      at += 1;
      if (at >= effects.length) return Infinity;
      was = states[at] as State;
      state = fold.evolve(state, (effects[at] as Effect).fact);
      states[at] = state;
    }
    return at < 0 ? -Infinity : latest(effects[at] as Effect);
  }

  private stateAt(index: number): State {
    return index < 0 ? this.fold.initial : (this.states[index] as State);
  }

  private effectOf(fact: FactVersion): Effect {
    return { fact, window: effectWindow(this.fold, fact) };
  }
}
