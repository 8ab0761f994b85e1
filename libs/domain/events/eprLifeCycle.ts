import { Type } from '@sinclair/typebox';
import type { Static, TProperties } from '@sinclair/typebox';
import { Count, fact, GbpMillions, OdsCode, PrecisionText, Slug, Text } from './schemaParts';
import { CareSetting } from './trustRegister';

/** The life of an EPR at a trust, deployment by deployment. The same types stand in a shared programme's stream. */

const deployment = {
  deployment: Slug,
  product: Type.Optional(Text),
  supplier: Type.Optional(Text),
  /** Product or supplier in the source's own words, where it does not tell them apart. */
  productSupplier: Type.Optional(Text),
  /** The system that this one takes the place of, in the source's words. */
  replaces: Type.Optional(Text),
  careSettings: Type.Optional(Type.Array(CareSetting, { minItems: 1, uniqueItems: true })),
  sites: Type.Optional(Type.Array(Text, { minItems: 1 })),
  modules: Type.Optional(Type.Array(Text, { minItems: 1 })),
  /** In a shared programme's stream: the trusts it is about. */
  members: Type.Optional(Type.Array(OdsCode, { minItems: 1, uniqueItems: true })),
  /** In a shared programme's stream: how many more trusts, which the source does not name. */
  unnamedMembers: Type.Optional(Count),
  /** The trust's name as the source has it, which may be another than the register's. */
  trustName: Type.Optional(Text),
  detail: Type.Optional(Text),
  /** Why a step was skipped, or another reason given for this one. */
  reason: Type.Optional(Text),
};
const planned = {
  plannedFor: Type.Optional(Type.String()),
  plannedBy: Type.Optional(Type.String()),
  plannedPrecision: PrecisionText,
};
const epr = <P extends TProperties>(members: P) => fact({ ...deployment, ...members });

export const EprBusinessCaseApproved = epr({
  stage: Type.Union([Type.Literal('strategic_outline'), Type.Literal('outline'), Type.Literal('full')]),
});
export const EprProcurementStarted = epr({});
export const EprContractAwarded = epr({
  stage: Type.Union([Type.Literal('announced'), Type.Literal('awarded')]),
  valueGbpMillions: Type.Optional(GbpMillions),
});
export const EprContractSigned = epr({ valueGbpMillions: Type.Optional(GbpMillions) });
export const EprContractExpired = epr({});
export const EprImplementationStarted = epr({});
export const EprPlanPublished = epr({});
/** It happened when the plan was made; the day planned for is `planned…`. */
export const EprGoLivePlanned = fact({ ...deployment, ...planned }, 'planned');
/** Without `planned…`: postponed, and no new date given. */
export const EprGoLivePostponed = fact(
  { ...deployment, ...planned, plannedPrecision: Type.Optional(PrecisionText) },
  'planned',
);
export const EprWentLive = epr({ extent: Type.Optional(Type.Union([Type.Literal('partial'), Type.Literal('full')])) });
export const EprUseSuspended = epr({});
export const EprUseResumed = epr({
  extent: Type.Optional(Type.Union([Type.Literal('partial'), Type.Literal('full')])),
});
export const EprWithdrawn = epr({});

/** The states of a deployment, first to last, then the ways back. `none` says that there is no EPR. */
export const EPR_STATES = [
  'none',
  'outline_case',
  'procuring',
  'full_case',
  'contracted',
  'implementing',
  'live_partial',
  'live',
  'suspended',
  'withdrawn',
] as const;
export type ReportedEprState = (typeof EPR_STATES)[number];

/** A return: the state as at a day. It says nothing about when that state began. Without a deployment it is about the trust as a whole. */
export const EprStateReported = fact({
  ...deployment,
  deployment: Type.Optional(Slug),
  state: Type.Union(EPR_STATES.map((state) => Type.Literal(state))),
  /** Which return this stood in, and the role or body that made it. */
  return: Type.Optional(Text),
  reportedBy: Type.Optional(Text),
});
export type EprStateReported = Static<typeof EprStateReported>;

export const RATINGS = ['red', 'amber_red', 'amber', 'amber_green', 'green'] as const;
export const Rating = Type.Union(RATINGS.map((rating) => Type.Literal(rating)));

export const EprProgrammeRated = epr({
  rating: Rating,
  previousRating: Type.Optional(Rating),
  ratedBy: Type.Optional(Text),
});

export const IncidentReported = fact({
  ...deployment,
  deployment: Type.Optional(Slug),
  severity: Type.Literal('critical'),
});

/** A shared programme: one EPR for several trusts. */
export const SharedEprFormed = fact({
  name: Type.Optional(Text),
  deployment: Type.Optional(Slug),
  members: Type.Optional(Type.Array(OdsCode, { minItems: 1, uniqueItems: true })),
  unnamedMembers: Type.Optional(Count),
});
export const SharedEprJoined = fact({ member: Type.Optional(OdsCode), unnamedMembers: Type.Optional(Count) });
export const SharedEprLeft = fact({ member: Type.Optional(OdsCode), unnamedMembers: Type.Optional(Count) });
