import type { Day, FactVersion, LevelRule, Segment } from '@milepost/domain';
import { compareFacts, effectsOf, verdictWhileOpen } from '@milepost/domain';
import { lastAtOrBefore } from './lastAtOrBefore';
import type { DayRange } from './span';

/** Where an effect stood, and the state after it. */
interface Gap<State> {
  readonly at: number;
  readonly state: State;
}

const latest = ({ window }: FactVersion): Day => window.latest;
const isWide = ({ window }: FactVersion): boolean => window.earliest < window.latest;

const NONE: readonly FactVersion[] = [];

/** Those of the effects that may or may not have happened by the end of a day. */
const openOn = (effects: readonly FactVersion[], day: Day): FactVersion[] =>
  effects.filter(({ window }) => window.earliest <= day && day < window.latest);

/** Where an effect stands, or would stand, in a line in the order of facts. */
function placeOf(effects: readonly FactVersion[], effect: FactVersion): number {
  let low = 0;
  let high = effects.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareFacts(effects[middle] as FactVersion, effect) < 0) low = middle + 1;
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
  private readonly effects: FactVersion[] = [];
  private readonly states: State[] = [];
  /** Those of the effects whose window has more than one day, in the same order. */
  private readonly wide: FactVersion[] = [];

  constructor(
    private readonly fold: LevelRule<State>,
    facts: readonly FactVersion[] = [],
  ) {
    this.effects = facts.flatMap((fact) => effectsOf(fold, fact)).sort(compareFacts);
    this.wide = this.effects.filter(isWide);
    let state = fold.initial;
    for (const effect of this.effects) this.states.push((state = fold.evolve(state, effect)));
  }

  /** Takes a version out, puts one in, or both at once, and gives the days on which a verdict may have changed by that. */
  change(removed: FactVersion | undefined, added: FactVersion | undefined): DayRange {
    const out = removed ? effectsOf(this.fold, removed) : NONE;
    const in_ = added ? effectsOf(this.fold, added) : NONE;
    let from = Infinity;
    let to = -Infinity;
    for (let pair = 0; pair < Math.max(out.length, in_.length); pair += 1) {
      const range = this.exchange(out[pair], in_[pair]);
      from = Math.min(from, range.from);
      to = Math.max(to, range.to);
    }
    return { from, to };
  }

  private exchange(out: FactVersion | undefined, in_: FactVersion | undefined): DayRange {
    const taken = out && this.take(out);
    const put = in_ && this.put(in_);
    const gap = taken && { ...taken, at: put !== undefined && put <= taken.at ? taken.at + 1 : taken.at };
    return {
      from: Math.min(out?.window.earliest ?? Infinity, in_?.window.earliest ?? Infinity),
      to: Math.max(this.foldOn(gap, put), out?.window.latest ?? -Infinity, in_?.window.latest ?? -Infinity),
    };
  }

  /** The verdicts of a rule of this fold on these days, neighbours differing. */
  segments(rule: LevelRule<State>, { from, to }: DayRange): Segment[] {
    const open = this.openWithin(from, to);
    let index = lastAtOrBefore(this.effects, from, latest);
    const segments: Segment[] = [];
    for (const day of this.turningDays(from, to, index, open)) {
      while (index + 1 < this.effects.length && latest(this.effects[index + 1] as FactVersion) <= day) index += 1;
      const state = this.stateAt(index);
      const { level, why } = open.length === 0 ? rule.verdict(state) : verdictWhileOpen(rule, state, openOn(open, day));
      const last = segments.at(-1);
      if (last?.level !== level || last.why !== why) segments.push({ from: day, level, why });
    }
    return segments;
  }

  /** The effects whose windows are open on some of these days, in the order of facts. */
  private openWithin(from: Day, to: Day): readonly FactVersion[] {
    const first = lastAtOrBefore(this.wide, from, latest) + 1;
    if (first === this.wide.length) return NONE;
    return this.wide.slice(first).filter(({ window }) => window.earliest < to);
  }

  /** The days from `from` on and before `to` on which a verdict can differ from the day before; `from` is the first. */
  private turningDays(from: Day, to: Day, index: number, open: readonly FactVersion[]): Day[] {
    const days = [from];
    for (let i = index + 1; i < this.effects.length; i += 1) {
      const day = latest(this.effects[i] as FactVersion);
      if (day >= to) break;
      if (day !== days.at(-1)) days.push(day);
    }
    if (open.length === 0) return days;
    const beginnings = open.map(({ window }) => window.earliest).filter((day) => day > from && day < to);
    return beginnings.length === 0 ? days : [...new Set([...days, ...beginnings])].sort((a, b) => a - b);
  }

  /** Takes an effect out; gives where it stood, and the state after it. */
  private take(effect: FactVersion): Gap<State> {
    const at = placeOf(this.effects, effect);
    const found = this.effects[at];
    if (!found || compareFacts(found, effect) !== 0) {
      throw new RangeError(`Version ${effect.sequence} is not in effect under ${this.fold.id}.`);
    }
    this.effects.splice(at, 1);
    if (isWide(effect)) this.wide.splice(placeOf(this.wide, effect), 1);
    return { at, state: this.states.splice(at, 1)[0] as State };
  }

  /** Puts an effect in, whose state is still to be folded; gives its place. */
  private put(effect: FactVersion): number {
    const at = placeOf(this.effects, effect);
    this.effects.splice(at, 0, effect);
    if (isWide(effect)) this.wide.splice(placeOf(this.wide, effect), 0, effect);
    this.states.splice(at, 0, this.fold.initial);
    return at;
  }

  /**
   * Folds anew from where an effect was taken out before `gap.at`, or put in at `put`, until the state is again what it
   * was there. Gives the day from which on every state is as before: the latest day of the effect at which they met.
   */
  private foldOn(gap: Gap<State> | undefined, put = -1): Day {
    const { fold, states, effects } = this;
    const gapAt = gap?.at ?? -1;
    let at = Math.min(gap ? gap.at : Infinity, put < 0 ? Infinity : put);
    let was = this.stateAt(at - 1);
    let now = was;
    for (; ; at += 1) {
      if (gap && at === gapAt) was = gap.state;
      if (at > put && at >= gapAt && fold.same(was, now))
        return at === 0 ? -Infinity : latest(effects[at - 1] as FactVersion);
      if (at >= effects.length) return Infinity;
      now = fold.evolve(now, effects[at] as FactVersion);
      if (at !== put) was = states[at] as State;
      states[at] = now;
    }
  }

  private stateAt(index: number): State {
    return index < 0 ? this.fold.initial : (this.states[index] as State);
  }
}
