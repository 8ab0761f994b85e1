import type {
  AssessmentChange,
  AssessmentView,
  DeploymentView,
  FactHistoryItem,
  FactView,
  FigureAnswer,
  FigureMember,
  FigureMetric,
  IcbView,
  Moment,
  MovedTrust,
  MovementAnswer,
  MovementAsked,
  Page,
  ReplayStep,
  ReturnsOverdue,
  SeriesPoint,
  TrustDifference,
  TrustFilter,
  TrustGoLives,
  TrustPage,
  TrustRow,
  TrustView,
  ViewQuestions,
  ViewStatus,
} from '@milepost/views';
import { day, idOf } from './scriptedFacts';
import type { ScriptedFact } from './scriptedFacts';
import {
  ASSESSMENTS,
  CORRECTION_REASON,
  EPR_FACTS,
  FIRST_DAY,
  FIRST_GO_LIVE,
  OBSERVED,
  PROGRAMME,
  REGISTERED,
  STATEMENTS,
  TRUSTS,
} from './scriptedRecord';
import { scriptedStandards } from './scriptedStandards';
import type { ScriptedTrust } from './scriptedRecord';

/** Answers from the scripted record; every answer depends on all three coordinates where it can, and every moment asked about is kept. */
export class ScriptedQuestions implements ViewQuestions {
  readonly asked: Moment[] = [];
  readonly standards = scriptedStandards;

  constructor(private readonly size: () => number) {}

  status(): readonly ViewStatus[] {
    return [{ view: 'register', version: '1', next: this.size(), state: { kind: 'live' } }];
  }

  trusts(moment: Moment, filter: TrustFilter, offset: number, limit: number): TrustPage {
    this.asked.push(moment);
    const recorded = moment.size === 0 ? [] : TRUSTS;
    const { scope: _, ...others } = filter;
    const matching = recorded.map((trust) => this.row(moment, trust)).filter((row) => matches(row, others));
    const all = matching.filter((row) => matches(row, filter));
    if (filter.order === 'code') all.sort((a, b) => (a.ods < b.ods ? -1 : 1));
    const outOfScope = matching.length - all.length;
    return { items: all.slice(offset, offset + limit), total: all.length, outOfScope };
  }

  reportedInScope(moment: Moment): number {
    return this.trusts(moment, { scope: 'in', reported: true }, 0, 0).total;
  }

  trust(moment: Moment, ods: string): TrustView | undefined {
    this.asked.push(moment);
    const trust = TRUSTS.find((one) => one.ods === ods);
    if (!trust || moment.size === 0) return undefined;
    const relatives = (codes: readonly string[] = []) =>
      codes.map((code) => ({ ods: code, name: TRUSTS.find((one) => one.ods === code)?.name ?? code, fact: OBSERVED }));
    const row = this.row(moment, trust);
    return {
      ...row,
      deployments: deploymentsOf(this.timeline(moment, ods), row),
      predecessors: relatives(TRUSTS.filter((one) => one.successors?.includes(ods)).map((one) => one.ods)),
      successors: relatives(trust.successors),
      factCount: this.history(moment, ods).length,
    };
  }

  timeline(moment: Moment, ods: string): readonly FactView[] {
    this.asked.push(moment);
    return EPR_FACTS.filter((fact) => fact.ods === ods && seen(fact, moment) && happened(fact, moment));
  }

  assessments(moment: Moment, ods: string): readonly AssessmentView[] {
    return ASSESSMENTS.filter((fact) => fact.ods === ods && seen(fact, moment)).map((fact) => ({
      fact,
      framework: 'DMA',
      frameworkVersion: String(fact.data.frameworkVersion),
      careSetting: 'acute',
      scores: fact.data.scores as Record<string, number>,
      assurance: 'self_assessed',
      restated: fact.data.frameworkVersion === '2024',
    }));
  }

  assessmentChange(moment: Moment): AssessmentChange | undefined {
    const [later, earlier] = ASSESSMENTS.filter((fact) => seen(fact, moment));
    if (!later || !earlier) return undefined;
    const score = ({ sequence, data }: ScriptedFact) => ({
      sequence,
      score: (data.scores as Record<string, number>)['overall_comparable'] as number,
      restated: data.frameworkVersion === '2024',
    });
    const pair = { ods: 'ZZ1', careSetting: 'acute', earlier: score(earlier), later: score(later) };
    return {
      ...{ definition: 'assessment-change@1', framework: 'DMA', measure: 'overall_comparable' },
      ...{ earlier: '2024', later: '2025', pairs: [pair], unpaired: 0, publicOn: later.publicOn },
    };
  }

  history(moment: Moment, ods: string): readonly FactHistoryItem[] {
    this.asked.push(moment);
    const firsts = [REGISTERED, OBSERVED, FIRST_GO_LIVE, ...EPR_FACTS, ...ASSESSMENTS];
    return firsts
      .filter((fact) => fact.ods === ods && seen(fact, moment))
      .sort((a, b) => a.sequence - b.sequence)
      .map((fact) => historyItem(fact, moment));
  }

  fact(moment: Moment, factId: string): readonly FactHistoryItem[] {
    return ['ZZ1', 'ZZ5'].flatMap((ods) => this.history(moment, ods)).filter((item) => item.fact === factId);
  }

  facts(moment: Moment, kind: string, offset: number, limit: number): Page<FactView> {
    const all =
      ({ statement: STATEMENTS, programme: PROGRAMME } as Record<string, readonly ScriptedFact[]>)[kind] ?? [];
    const visible = all.filter((fact) => seen(fact, moment) && happened(fact, moment));
    return { items: visible.slice(offset, offset + limit), total: visible.length };
  }

  factsAbout(moment: Moment, kind: string, id: string): readonly FactView[] {
    return this.facts(moment, kind, 0, Infinity).items.filter(({ subject }) => subject === `${kind}-${id}`);
  }

  milestones(moment: Moment, offset: number, limit: number): Page<ScriptedFact> {
    this.asked.push(moment);
    const visible = EPR_FACTS.filter((fact) => seen(fact, moment) && happened(fact, moment)).reverse();
    return { items: visible.slice(offset, offset + limit), total: visible.length };
  }

  icbs(): readonly IcbView[] {
    const board = {
      code: 'QZ1',
      name: 'NHS Vale and Moor Integrated Care Board',
      opened: undefined,
      closed: undefined,
    };
    return [{ ...board, region: 'Y99', regionName: 'Middle Shires' }];
  }

  figure(moment: Moment, metric: FigureMetric): FigureAnswer {
    this.asked.push(moment);
    const counted = TRUSTS.filter((trust) => scopeOf(moment, trust) === 'in');
    const numerator = metric === 'in-scope' ? counted.length : 1;
    const recorded = moment.size === 0 ? [] : TRUSTS;
    const unsure = recorded.filter((trust) => scopeOf(moment, trust) === 'not-known').length;
    const notKnown = metric === 'in-scope' ? unsure : counted.length - 1;
    const percent = { percentLow: (100 * numerator) / counted.length, percentHigh: 100 };
    const figure = { numerator, denominator: counted.length, notKnown, disputed: 0, ...percent };
    return { ...figure, metric, definition: `${metric}@1`, groups: undefined };
  }

  members(moment: Moment, metric: FigureMetric, offset: number, limit: number): Page<FigureMember> {
    const all = TRUSTS.filter((trust) => scopeOf(moment, trust) === 'in').map(({ ods, name }) => ({
      ods,
      name,
      verdict: metric === 'in-scope' || ods === 'ZZ1' ? 'yes' : 'not-known',
      scopeWhy: ods === 'ZZ1' ? 1 : -1,
      why: ods === 'ZZ1' ? 9 : -1,
      reason: ods === 'ZZ1' ? 'Registered and not closed' : HOSTILE_REASON,
    }));
    return { items: all.slice(offset, offset + limit), total: all.length };
  }

  /** No script plans anything. */
  goLives(): Page<TrustGoLives> {
    return { items: [], total: 0 };
  }

  returnsOverdue(_moment: Moment, since: number): ReturnsOverdue {
    return { since, counted: 0, given: 0, notKnown: 0, none: 0, received: false, overdue: [] };
  }

  series(): readonly SeriesPoint[] {
    return [];
  }

  movement({ from, to, metric }: MovementAsked): MovementAnswer {
    const [first, last] = [this.figure(from, metric), this.figure(to, metric)];
    const { definition } = last;
    return {
      metric,
      definitions: { from: definition, to: definition },
      from: first,
      to: last,
      parts: [],
      groups: undefined,
    };
  }

  replay(moments: readonly Moment[], metrics: readonly FigureMetric[]): readonly ReplayStep[] {
    return moments.map((moment) => ({
      moment,
      figures: metrics.map((metric) => this.figure(moment, metric)),
      moved: [],
    }));
  }

  compare(): Page<TrustDifference> {
    return { items: [], total: 0 };
  }

  movedTrusts(): Page<MovedTrust> {
    return { items: [], total: 0 };
  }

  private row(moment: Moment, trust: ScriptedTrust): TrustRow {
    const { ods, name, formerNames = [], kind = 'nhs_trust', country = 'England' } = trust;
    const reports = EPR_FACTS.filter((fact) => fact.ods === ods && seen(fact, moment));
    const lastReported = reports.filter((fact) => happened(fact, moment)).at(-1);
    const live = reports.find((fact) => fact.type === 'EprWentLive.v1' && happened(fact, moment));
    const observed = ods === 'ZZ1' && seen(OBSERVED, moment) && happened(OBSERVED, moment);
    const known = (value: string) => (observed ? { value, why: OBSERVED.sequence } : { value: undefined, why: -1 });
    return {
      ods,
      name,
      formerNames,
      kind,
      country,
      scope: scopeOf(moment, trust),
      opened: trust.opened === undefined ? undefined : dayWindow(trust.opened),
      closed: trust.closed === undefined ? undefined : dayWindow(trust.closed),
      icb: known('QZ1'),
      region: known('Y99'),
      type: known('acute'),
      eprState: { level: live ? 'live' : 'not-known', why: live?.sequence ?? -1, lastReported },
      eprReports: reports.length,
    };
  }
}

export const HOSTILE_REASON = 'Silence <b>is</b> not a no';

function dayWindow(text: string) {
  return { earliest: day(text), latest: day(text) };
}

function seen({ sequence, publicOn }: ScriptedFact, { size, publicBy }: Moment): boolean {
  return sequence < size && publicOn <= (publicBy ?? Infinity);
}

function happened({ window }: ScriptedFact, { asOf }: Moment): boolean {
  return (Number.isFinite(window.latest) ? window.latest : window.earliest) <= asOf;
}

function scopeOf({ asOf, size }: Moment, { opened, closed, country }: ScriptedTrust): 'in' | 'out' | 'not-known' {
  if (size === 0 || asOf < FIRST_DAY) return 'not-known';
  const alive = (opened === undefined || day(opened) <= asOf) && (closed === undefined || asOf <= day(closed));
  return country !== 'Wales' && alive ? 'in' : 'out';
}

function matches(row: TrustRow, { search, region, icb, type, scope, reported }: TrustFilter): boolean {
  const names = [row.ods, row.name, ...row.formerNames].map((text) => text.toLowerCase());
  return (
    (search === undefined || names.some((text) => text.includes(search.toLowerCase()))) &&
    (region === undefined || row.region.value === region) &&
    (icb === undefined || row.icb.value === icb) &&
    (type === undefined || row.type.value === type) &&
    (scope === undefined || row.scope === scope) &&
    (reported === undefined || row.eprReports > 0 === reported)
  );
}

function deploymentsOf(timeline: readonly FactView[], { eprState }: TrustRow): readonly DeploymentView[] {
  const ids = [...new Set(timeline.map(({ data }) => String(data.deployment)))];
  return ids.map((deployment) => {
    const facts = timeline.filter(({ data }) => data.deployment === deployment);
    const live = facts.find(({ type }) => type === 'EprWentLive.v1');
    const contract = facts.find(({ type }) => type.startsWith('EprContract'));
    const told = (member: string) => facts[0]?.data[member] as string | undefined;
    return {
      deployment,
      product: told('product'),
      supplier: told('supplier'),
      productSupplier: told('productSupplier'),
      replaces: told('replaces'),
      use: { level: live ? eprState.level : 'not-known', why: live?.sequence ?? -1, lastReported: facts.at(-1) },
      contract: { level: contract ? 'announced' : 'not-known', why: contract?.sequence ?? -1 },
      plans: facts.filter(({ type }) => type.startsWith('EprGoLiveP')),
    };
  });
}

function historyItem(fact: ScriptedFact, { size }: Moment): FactHistoryItem {
  const corrects = fact.sequence === 9;
  const correction = { fact: idOf(5), replaces: idOf(5), type: fact.type, reason: CORRECTION_REASON };
  return {
    sequence: fact.sequence,
    eventId: idOf(fact.sequence),
    storedType: corrects ? 'FactCorrected.v1' : fact.type,
    fact: fact.fact,
    replaces: corrects ? idOf(5) : undefined,
    reason: corrects ? CORRECTION_REASON : undefined,
    publicOn: fact.publicOn,
    recordedAt: Date.UTC(2026, 10, 24, 8, fact.sequence),
    effective: fact.sequence !== 5 || size <= 9,
    data: corrects ? { ...fact.data, corrects: correction } : fact.data,
  };
}
