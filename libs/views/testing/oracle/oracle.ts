import type { Fact, Limits } from './effective';
import { chains, disputed, effective } from './effective';
import { contractOf, PLAIN_RULES, useOf } from './plainRules';
import { reportedUntil } from './plainPlans';
import type { PlainRuleName } from './plainRules';
import type { StoredEntry } from './storedEntry';
import type { Said } from './worlds';
import { onDay } from './worlds';

/** A day, and the limits of the record that is looked at. */
export interface OracleMoment extends Limits {
  readonly asOf: number;
}

export interface OracleFigure {
  readonly numerator: number;
  readonly denominator: number;
  readonly notKnown: number;
  readonly disputed: number;
}

type Metric =
  | 'in-scope'
  | 'epr-live'
  | 'epr-live-or-implementing'
  | 'late-against-plan'
  | 'late-against-first-plan'
  | 'plan-published';

/**
 * Answers from stored entries alone, anew for every question, by the rules in its own words: it shares no line with the
 * domain and the views that it judges.
 */
export class Oracle {
  private readonly chains: ReturnType<typeof chains>;
  private last: { readonly limits: Limits; readonly facts: Fact[] } | undefined;

  constructor(private readonly entries: readonly StoredEntry[]) {
    this.chains = chains(entries);
  }

  /** The facts in effect about a trust: in its own stream, and of shared programmes those that name it. */
  facts(limits: Limits, ods: string): Fact[] {
    return this.inEffect(limits).filter((fact) => isAbout(fact, ods));
  }

  says(rule: PlainRuleName, moment: OracleMoment, ods: string): Said {
    return onDay(PLAIN_RULES[rule], this.facts(moment, ods), moment.asOf);
  }

  use(deployment: string, moment: OracleMoment, ods: string): Said {
    return onDay(useOf(deployment), this.facts(moment, ods), moment.asOf);
  }

  contract(deployment: string, moment: OracleMoment, ods: string): Said {
    return onDay(contractOf(deployment), this.facts(moment, ods), moment.asOf);
  }

  /** The trusts that a metric counts, with the scope and what is said of each. */
  counted(metric: Metric, moment: OracleMoment): { ods: string; scope: Said; said: Said }[] {
    return this.trusts().flatMap((ods) => {
      const scope = this.says('scope', moment, ods);
      const counts = scope.level === 'in' || (metric === 'in-scope' && scope.level === 'not-known');
      if (!counts) return [];
      return [{ ods, scope, said: metric === 'in-scope' ? scope : this.counts(metric, moment, ods) }];
    });
  }

  /** What a metric makes of a trust: a plan is neither kept nor missed beyond the day to which anything is reported. */
  counts(metric: Exclude<Metric, 'in-scope'>, moment: OracleMoment, ods: string): Said {
    const said = this.says(metric, moment, ods);
    if (!metric.startsWith('late') || said.level === 'not-known') return said;
    const until = reportedUntil(this.facts(moment, ods), this.inEffect(moment), ods);
    if (said.level.endsWith('late') && moment.asOf > until) return { level: 'not-known', by: said.by };
    return { level: said.level === 'late' ? 'yes' : 'no', by: said.by };
  }

  figure(metric: Metric, moment: OracleMoment): OracleFigure {
    return this.figureOver(metric, moment, this.counted(metric, moment));
  }

  /** By region, ICB or type on the day; `undefined`: not known. */
  groups(metric: Metric, moment: OracleMoment, by: 'region' | 'icb' | 'type'): Map<string | undefined, OracleFigure> {
    const groups = new Map<string | undefined, ReturnType<Oracle['counted']>>();
    for (const trust of this.counted(metric, moment)) {
      const { level } = this.says(by, moment, trust.ods);
      const group = level === 'not-known' ? undefined : level;
      groups.set(group, [...(groups.get(group) ?? []), trust]);
    }
    return new Map([...groups].map(([group, trusts]) => [group, this.figureOver(metric, moment, trusts)]));
  }

  /** Corrections, retractions and reinstatements of facts that were ever about a trust by then, with the fact's type. */
  marksAbout(ods: string): { entry: StoredEntry; type: string }[] {
    return this.chains.flatMap(({ first, links }) =>
      links.slice(1).flatMap(({ entry }, at) => {
        const told = links.slice(0, at + 2).some(({ leaves }) => leaves !== undefined && isAbout(leaves, ods));
        return told ? [{ entry, type: first.type }] : [];
      }),
    );
  }

  trusts(): string[] {
    const codes = this.entries.flatMap(({ stream, data }) => [
      ...(/\.trust-(.+)$/.exec(stream)?.slice(1) ?? []),
      ...(stream.includes('.sharedepr-') ? ((data['members'] ?? []) as string[]) : []),
    ]);
    return [...new Set(codes)].sort();
  }

  /** All facts in effect; kept for the moment asked about last. */
  private inEffect(limits: Limits): Fact[] {
    if (this.last?.limits !== limits) this.last = { limits, facts: effective(this.chains, limits) };
    return this.last.facts;
  }

  private figureOver(metric: Metric, moment: OracleMoment, trusts: ReturnType<Oracle['counted']>): OracleFigure {
    const sure = trusts.filter(({ said }) => said.level === (metric === 'in-scope' ? 'in' : 'yes')).length;
    const open = disputed(this.entries, moment);
    const deciding = new Set(trusts.flatMap(({ scope, said }) => [scope.by, said.by]));
    const facts = this.inEffect(moment).filter(({ by, first }) => deciding.has(by) && open.has(first));
    return {
      numerator: sure,
      denominator: metric === 'in-scope' ? sure : trusts.length,
      notKnown: trusts.filter(({ said }) => said.level === 'not-known').length,
      disputed: new Set(facts.map(({ first }) => first)).size,
    };
  }
}

const isAbout = ({ stream, data }: Fact, ods: string): boolean =>
  stream.endsWith(`.trust-${ods}`) ||
  (stream.includes('.sharedepr-') && ((data['members'] ?? []) as string[]).includes(ods));
