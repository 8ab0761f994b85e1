import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import type { DeploymentView, EprStateView, Known, TrustRow, TrustView } from '@milepost/views';
import { FactAnswer, factAnswer } from './factAnswer';
import { DecimalText, Members, Nullable, OneOf, WindowAnswer } from './schemaParts';
import { whyAnswer, windowAnswer } from './windowAnswer';

const KnownText = Members({ value: Nullable(Type.String()), why: Nullable(DecimalText) });
const EprState = Members({
  level: Type.String(),
  why: Nullable(DecimalText),
  lastReported: Nullable(FactAnswer),
});
const row = {
  ods: Type.String(),
  name: Type.String(),
  formerNames: Type.Array(Type.String()),
  kind: OneOf('nhs_trust', 'care_trust'),
  country: OneOf('England', 'Wales'),
  scope: OneOf('in', 'out', 'not-known'),
  opened: Nullable(WindowAnswer),
  closed: Nullable(WindowAnswer),
  icb: KnownText,
  region: KnownText,
  type: KnownText,
  eprState: EprState,
  /** 0: no report in this record, which says nothing about the trust's EPR. */
  eprReports: Type.Integer({ minimum: 0 }),
};
export const TrustRowAnswer = Members(row, 'A trust in the register at the moment.');
export type TrustRowAnswer = Static<typeof TrustRowAnswer>;

const Related = Type.Array(Members({ ods: Type.String(), name: Type.String(), fact: FactAnswer }));
const Deployment = Members({
  deployment: Type.String(),
  product: Nullable(Type.String()),
  supplier: Nullable(Type.String()),
  productSupplier: Nullable(Type.String()),
  replaces: Nullable(Type.String()),
  use: EprState,
  contract: KnownText,
  plans: Type.Array(FactAnswer),
});
export const TrustAnswer = Members(
  {
    ...row,
    deployments: Type.Array(Deployment),
    predecessors: Related,
    successors: Related,
    facts: Type.Integer({ minimum: 0 }),
    /** Revision of its stream; send it as If-Match with a command. */
    revision: Nullable(DecimalText),
  },
  'A trust with its EPR deployments, predecessors and successors.',
);
export type TrustAnswer = Static<typeof TrustAnswer>;

export function trustRowAnswer(trust: TrustRow): TrustRowAnswer {
  return {
    ods: trust.ods,
    name: trust.name,
    formerNames: [...trust.formerNames],
    kind: trust.kind,
    country: trust.country,
    scope: trust.scope,
    opened: trust.opened === undefined ? null : windowAnswer(trust.opened),
    closed: trust.closed === undefined ? null : windowAnswer(trust.closed),
    icb: known(trust.icb),
    region: known(trust.region),
    type: known(trust.type),
    eprState: eprState(trust.eprState),
    eprReports: trust.eprReports,
  };
}

export function trustAnswer(trust: TrustView, revision: string | null): TrustAnswer {
  return {
    ...trustRowAnswer(trust),
    deployments: trust.deployments.map(deployment),
    predecessors: trust.predecessors.map(related),
    successors: trust.successors.map(related),
    facts: trust.factCount,
    revision,
  };
}

function known({ value, why }: Known<string>): { value: string | null; why: string | null } {
  return { value: value ?? null, why: whyAnswer(why) };
}

function eprState({ level, why, lastReported }: EprStateView): Static<typeof EprState> {
  return { level, why: whyAnswer(why), lastReported: lastReported === undefined ? null : factAnswer(lastReported) };
}

function related({ ods, name, fact }: TrustView['predecessors'][number]): Static<typeof Related>[number] {
  return { ods, name, fact: factAnswer(fact) };
}

function deployment(view: DeploymentView): Static<typeof Deployment> {
  return {
    deployment: view.deployment,
    product: view.product ?? null,
    supplier: view.supplier ?? null,
    productSupplier: view.productSupplier ?? null,
    replaces: view.replaces ?? null,
    use: eprState(view.use),
    contract: known({ value: view.contract.level, why: view.contract.why }),
    plans: view.plans.map(factAnswer),
  };
}
