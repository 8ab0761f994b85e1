import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { fact, GbpMillions, Text } from './schemaParts';
import { CareSetting } from './trustRegister';

/** Assessments of what a trust's systems can do, and the support agreed for those that fall short. */

export const ASSURANCES = [
  'self_assessed',
  'peer_reviewed',
  'regional_review',
  'icb_review',
  'independent',
  'not_known',
] as const;

export const CapabilityAssessed = fact({
  framework: Type.Union([Type.Literal('DMA'), Type.Literal('DCF'), Type.Literal('EMRAM')]),
  /** The framework's own version: the year for the DMA, the version year for EMRAM. */
  frameworkVersion: Type.String({ pattern: '^[A-Za-z0-9.]{1,20}$' }),
  careSetting: CareSetting,
  /** By measure id, in the framework's own scale (DMA 1 to 5, EMRAM `stage` 0 to 7). */
  scores: Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]*$' }), Type.Number({ minimum: 0, maximum: 100 })),
  /** By capability id, where the framework gives statuses instead of scores. */
  statuses: Type.Optional(
    Type.Record(
      Type.String({ pattern: '^[a-z][a-z0-9_]*$' }),
      Type.Union([Type.Literal('not_started'), Type.Literal('in_progress'), Type.Literal('completed')]),
    ),
  ),
  assurance: Type.Union(ASSURANCES.map((assurance) => Type.Literal(assurance))),
  /** A role, never a person. */
  signedOffBy: Type.Optional(Text),
  /** Scores restated in a later publication: they decide no standing of the earlier time. */
  restated: Type.Optional(Type.Literal(true)),
});
export type CapabilityAssessed = Static<typeof CapabilityAssessed>;

export const SupportAgreed = fact({
  kind: Type.Union([Type.Literal('financial'), Type.Literal('policy'), Type.Literal('delivery')]),
  amountGbpMillions: Type.Optional(GbpMillions),
  /** Financial year it is for: `2025/26`. */
  year: Type.Optional(Type.String({ pattern: '^\\d{4}/\\d{2}$' })),
  detail: Type.Optional(Text),
});
export const SupportEnded = fact({
  kind: Type.Union([Type.Literal('financial'), Type.Literal('policy'), Type.Literal('delivery')]),
  outcome: Type.Optional(Text),
});
