import type { Day, DeploymentPlans, LevelRule, PlanBasis, Verdict } from '@milepost/domain';
import {
  deploymentPlanRule,
  isGoLivePlan,
  NOT_KNOWN,
  PLAN_TYPES,
  plannedWindow,
  trustPlansOn,
  verdictOn,
} from '@milepost/domain';
import { TOPIC } from '../facts/topic';
import type { AgainstPlan, FactView, GoLivesFilter, GoLiveView, Page, TrustGoLives } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import { METRICS, SCOPE } from './asked';
import { effectiveFacts } from './effectiveFacts';
import { effectiveAt } from './effectiveLinks';
import type { ShownRow } from './factViews';
import { factViews, IN_ORDER, SHOWN } from './factViews';
import type { OpenFile } from './openFile';
import { ReportedTo } from './reportedTo';
import type { Sight } from './sight';
import { codesOfTrusts } from './trustCodes';
import { byName, nameOfTrust } from './trustNames';
import { verdictsOfAll } from './verdicts';

/** What is listed by each filter: the levels of a trust against its latest and its first plan. */
const LISTED: Readonly<Record<GoLivesFilter, (latest: string, first: string) => boolean>> = {
  open: (latest, first) => [latest, first].some((level) => ['late', 'not-late', 'ended'].includes(level)),
  'late-against-plan': (latest) => latest === 'late',
  'late-against-first-plan': (_, first) => first === 'late',
};

/**
 * The trusts counted on the day with a go-live that is still to come, or was suspended or withdrawn, by name: each of
 * these go-lives with its plans. It reads the plans of the trusts on the page.
 */
export function goLives(
  file: OpenFile,
  ledger: EntrySource,
  sight: Sight,
  filter: GoLivesFilter,
  offset: number,
  limit: number,
): Page<TrustGoLives> {
  const scopes = verdictsOfAll(file, SCOPE, sight);
  const listed = [...codesOfTrusts(file)]
    .filter(([about]) => scopes.get(about)?.level === 'in' && isListed(file, sight, about, filter))
    .map(([about, ods]) => ({ about, ods, name: nameOfTrust(file, sight, about, ods) }))
    .sort(byName);
  const reported = new ReportedTo(file, sight);
  const items = listed.slice(offset, offset + limit).map(({ about, ods, name }) => {
    const reportedTo = reported.of(about);
    return {
      ods,
      name,
      reportedTo: reportedTo === -Infinity ? undefined : reportedTo,
      goLives: goLivesOf(plans(file, ledger, sight, about), sight.day).filter(
        (goLive) => isOpen(goLive.latest.level) || isOpen(goLive.first.level),
      ),
    };
  });
  return { items, total: listed.length };
}

/** Both rules say what they say from one reading of the trust's facts. */
function isListed(file: OpenFile, sight: Sight, about: number, filter: GoLivesFilter): boolean {
  const facts = effectiveFacts(file, sight, about, TOPIC.epr);
  const level = (rule: LevelRule<unknown>): string => verdictOn(rule, facts, sight.day).level;
  return LISTED[filter](level(METRICS['late-against-plan'].rule), level(METRICS['late-against-first-plan'].rule));
}

const isOpen = (level: string): boolean => level !== 'reached' && level !== NOT_KNOWN;

/** The facts of plans and go-lives of one trust that may have happened by the day, in the order of facts. */
function plans(file: OpenFile, ledger: EntrySource, sight: Sight, about: number): FactView[] {
  const effective = effectiveAt(sight);
  const types = [...PLAN_TYPES].map((type) => file.words.idOf(type) ?? -1);
  const rows = file.rows<ShownRow>(
    `SELECT ${SHOWN} FROM link l WHERE l.about = ?1 AND l.topic = ${TOPIC.epr} AND l.d_lo <= ?2
       AND l.type IN (${types.join()}) AND ${effective.sql} ORDER BY ${IN_ORDER}`,
    about,
    sight.day,
    ...effective.values,
  );
  return factViews(file, ledger, sight, rows);
}

/** Each go-live that these facts tell of, on a day; facts of one trust, in the order of facts. */
function goLivesOf(facts: readonly FactView[], day: Day): GoLiveView[] {
  const certain = new Map(trustPlansOn(facts, day).deployments.map((plans) => [plans.deployment, plans]));
  const named = new Set(facts.map(({ data }) => data['deployment']).filter((name) => typeof name === 'string'));
  return [...named].map((deployment) => goLiveOf(deployment, certain.get(deployment), facts, day));
}

function goLiveOf(
  deployment: string,
  certain: DeploymentPlans | undefined,
  facts: readonly FactView[],
  day: Day,
): GoLiveView {
  const planAt = (why: number | undefined): FactView | undefined => facts.find(({ sequence }) => sequence === why);
  const [first, latest] = [planAt(certain?.first?.why), planAt(certain?.latest?.why)];
  const level = (basis: PlanBasis) => verdictOn(deploymentPlanRule(deployment, basis), facts, day);
  const plans = facts.filter((fact) => fact.data['deployment'] === deployment && isGoLivePlan(fact));
  const since = plans.slice(plans.findIndex(({ sequence }) => sequence === first?.sequence) + 1);
  return {
    deployment,
    latest: against(level('latest'), latest, day),
    first: against(level('first'), first, day),
    noDate: certain?.undated !== undefined,
    moves: first ? since.filter(({ window }) => window.latest <= day).length : 0,
    movedByDays: first && latest && lastDayPlanned(latest) - lastDayPlanned(first),
    plans,
  };
}

/** Of a plan that names a day. */
const lastDayPlanned = ({ data }: FactView): Day => plannedWindow(data)?.latest ?? Infinity;

function against({ level, why }: Verdict, plan: FactView | undefined, day: Day): AgainstPlan {
  return {
    level: level as AgainstPlan['level'],
    why,
    plan,
    daysLate: level === 'late' && plan ? day - lastDayPlanned(plan) : undefined,
  };
}
