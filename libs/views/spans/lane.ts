import type { FactVersion, LevelRule, Verdict } from '@milepost/domain';
import { failedOn } from './cannotApply';
import { FactLine } from './factLine';
import { OpenSpans } from './openSpans';
import type { ClosedSpan, OpenSpan } from './span';

/** Rules that differ in their verdicts alone, and the facts that their fold is about. */
export interface LaneRules {
  readonly rules: readonly LevelRule<unknown>[];
  concerns(fact: FactVersion): boolean;
}

/** What one rule of a lane says, as it stands, and what was closed on the way there. */
export interface LaneSpans {
  readonly rule: LevelRule<unknown>;
  readonly open: Pick<OpenSpans, 'spans' | 'changedFrom'>;
  readonly closed: ClosedSpan[];
}

/** What changed at one knowledge: versions that went out of effect, and that came into it. */
export interface Change {
  readonly knowledge: number;
  readonly removed: readonly FactVersion[];
  readonly added: readonly FactVersion[];
}

/** Whatever a rule says where nothing has been recorded. */
export function nothingRecorded(rule: LevelRule<unknown>): OpenSpan {
  const { level, why }: Verdict = rule.verdict(rule.initial);
  return { from: -Infinity, since: -Infinity, level, why };
}

const lastOf = (facts: readonly FactVersion[]): number => Math.max(...facts.map(({ sequence }) => sequence));

/** One fold over one subject's facts, with the spans of its rules. */
export class Lane {
  readonly spans: readonly (LaneSpans & { readonly open: OpenSpans })[];
  private readonly line: FactLine<unknown>;

  /**
   * @param facts in effect before the first change
   * @param openOf the spans of a rule as they stand before the first change; undefined: nothing was recorded
   */
  constructor(
    private readonly lane: LaneRules,
    facts: readonly FactVersion[],
    openOf: (ruleId: string) => OpenSpan[] | undefined,
  ) {
    const concerned = facts.filter((fact) => lane.concerns(fact));
    try {
      this.line = new FactLine(lane.rules[0] as LevelRule<unknown>, concerned);
    } catch (error) {
      throw failedOn(lastOf(concerned), error);
    }
    this.spans = lane.rules.map((rule) => ({
      rule,
      open: new OpenSpans(openOf(rule.id) ?? [nothingRecorded(rule)]),
      closed: [],
    }));
  }

  /** Throws CannotApply where a rule fails on what came in. */
  apply(change: Change): void {
    try {
      this.replace(change);
    } catch (error) {
      throw failedOn(lastOf([...change.added, ...change.removed]), error);
    }
  }

  private replace({ knowledge, removed, added }: Change): void {
    let from = Infinity;
    let to = -Infinity;
    for (let pair = 0; pair < Math.max(removed.length, added.length); pair += 1) {
      const out = this.concerned(removed[pair]);
      const in_ = this.concerned(added[pair]);
      if (!out && !in_) continue;
      const range = this.line.change(out, in_);
      from = Math.min(from, range.from);
      to = Math.max(to, range.to);
    }
    if (from >= to) return;
    for (const { rule, open, closed } of this.spans) {
      const segments = this.line.segments(rule, { from, to });
      for (const span of open.replace({ from, to }, segments, knowledge)) closed.push(span);
    }
  }

  private concerned(fact: FactVersion | undefined): FactVersion | undefined {
    return fact && this.lane.concerns(fact) ? fact : undefined;
  }
}
