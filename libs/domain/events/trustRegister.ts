import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { fact, IcbCode, Inferred, OdsCode, RegionCode, Text } from './schemaParts';

/** What the register says of a trust: openings and closings, names, places, successors. */

export const TRUST_TYPES = ['acute', 'mental_health', 'community', 'ambulance', 'care_trust'] as const;
export const TrustType = Type.Union(TRUST_TYPES.map((type) => Type.Literal(type)));
export type TrustType = Static<typeof TrustType>;

export const CARE_SETTINGS = ['acute', 'community', 'mental_health', 'ambulance'] as const;
export const CareSetting = Type.Union(CARE_SETTINGS.map((setting) => Type.Literal(setting)));
export type CareSetting = Static<typeof CareSetting>;

export const TrustRegistered = fact({
  name: Text,
  kind: Type.Union([Type.Literal('nhs_trust'), Type.Literal('care_trust')]),
  country: Type.Union([Type.Literal('England'), Type.Literal('Wales')]),
});
export type TrustRegistered = Static<typeof TrustRegistered>;

export const TrustRenamed = fact({ name: Text });

export const TrustMoved = fact({
  fromIcb: Type.Optional(IcbCode),
  toIcb: Type.Optional(IcbCode),
  fromRegion: Type.Optional(RegionCode),
  toRegion: Type.Optional(RegionCode),
});

export const TrustTypeChanged = fact({ type: TrustType });

export const CareSettingsProvided = fact({
  careSettings: Type.Array(CareSetting, { minItems: 1, uniqueItems: true }),
  main: Type.Optional(CareSetting),
});

/** What a dated list says of a trust on the day it was seen. It makes no claim about when any of it began. */
export const TrustObserved = fact({
  list: Text,
  name: Type.Optional(Text),
  icb: Type.Optional(IcbCode),
  region: Type.Optional(RegionCode),
  type: Type.Optional(TrustType),
});

/** The day is the last day of life. */
export const TrustClosed = fact({});

export const TrustSucceeded = fact({
  successors: Type.Array(
    Type.Object(
      { ods: OdsCode, inferred: Type.Optional(Inferred), note: Type.Optional(Text) },
      { additionalProperties: false },
    ),
    { minItems: 1 },
  ),
  how: Type.Optional(Type.Union([Type.Literal('acquired'), Type.Literal('merged'), Type.Literal('split')])),
});
export type TrustSucceeded = Static<typeof TrustSucceeded>;

export const ServicesTransferred = fact({ to: OdsCode, services: Text });
