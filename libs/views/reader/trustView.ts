import { contractRule, isGoLivePlan, useRule } from '@milepost/domain';
import type { LevelRule } from '@milepost/domain';
import { TOPIC } from '../facts/topic';
import type { DeploymentView, FactView, TrustView } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import { ANY_DEPLOYMENT } from '../spans/eprView';
import type { AskedRule } from './asked';
import { effectiveAt } from './effectiveLinks';
import type { ShownRow } from './factViews';
import { factViews, IN_ORDER, SHOWN } from './factViews';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';
import { tallyOf } from './tally';
import { timeline } from './timeline';
import { listedTrust, trustRow } from './trusts';
import { verdictOfOne } from './verdicts';

type Neighbour = TrustView['predecessors'][number];

/** A trust with its deployments, predecessors and successors; undefined where the register does not hold it at the moment. */
export function trustView(file: OpenFile, ledger: EntrySource, sight: Sight, ods: string): TrustView | undefined {
  const trust = listedTrust(file, sight, ods);
  if (!trust) return undefined;
  const { about } = trust;
  return {
    ...trustRow(file, ledger, sight, trust),
    deployments: deployments(file, sight, about, timeline(file, ledger, sight, about)),
    ...neighbours(file, ledger, sight, about, ods),
    factCount: tallyOf(file, sight, about).facts,
  };
}

function deployments(file: OpenFile, sight: Sight, about: number, facts: readonly FactView[]): DeploymentView[] {
  const named = new Map<string, FactView[]>();
  for (const fact of facts) {
    const { deployment } = fact.data;
    if (typeof deployment === 'string') named.set(deployment, [...(named.get(deployment) ?? []), fact]);
  }
  return [...named].map(([deployment, own]) => deploymentView(file, sight, about, deployment, own));
}

function deploymentView(
  file: OpenFile,
  sight: Sight,
  about: number,
  deployment: string,
  facts: readonly FactView[],
): DeploymentView {
  const last = (member: string): string | undefined =>
    facts.findLast(({ data }) => data[member] !== undefined)?.data[member] as string | undefined;
  const verdict = <State>(rule: LevelRule<State>) => {
    const asked: AskedRule = { rule: rule, topic: TOPIC.epr };
    const { level, why } = verdictOfOne(file, asked, sight, about);
    return { level, why };
  };
  const named = verdict(useRule(deployment));
  return {
    deployment,
    product: last('product'),
    supplier: last('supplier'),
    productSupplier: last('productSupplier'),
    replaces: last('replaces'),
    use: {
      ...(named.why < 0 ? verdict(useRule(ANY_DEPLOYMENT)) : named),
      lastReported: facts.findLast(({ window }) => window.latest <= sight.day),
    },
    contract: verdict(contractRule(deployment)),
    plans: facts.filter(isGoLivePlan),
  };
}

/** Successions stand with the predecessor, and with each successor that they name. */
function neighbours(
  file: OpenFile,
  ledger: EntrySource,
  sight: Sight,
  about: number,
  ods: string,
): Pick<TrustView, 'predecessors' | 'successors'> {
  const effective = effectiveAt(sight);
  const rows = file
    .rows<ShownRow>(
      `SELECT ${SHOWN} FROM link l WHERE l.about = ?1 AND l.topic = ${TOPIC.other} AND l.type = ?2 AND ${effective.sql}
     ORDER BY ${IN_ORDER}`,
      about,
      file.words.idOf('TrustSucceeded.v1') ?? -1,
      ...effective.values,
    )
    .filter(([, , , earliest]) => earliest <= sight.day);
  const neighbour = (code: string, fact: FactView): Neighbour => ({
    ods: code,
    name: listedTrust(file, sight, code)?.name ?? code,
    fact,
  });
  const predecessors: Neighbour[] = [];
  const successors: Neighbour[] = [];
  for (const fact of factViews(file, ledger, sight, rows)) {
    const own = fact.subject === `trust-${ods}`;
    if (!own) predecessors.push(neighbour(fact.subject.slice('trust-'.length), fact));
    else
      for (const { ods: code } of fact.data['successors'] as { ods: string }[]) successors.push(neighbour(code, fact));
  }
  return { predecessors, successors };
}
