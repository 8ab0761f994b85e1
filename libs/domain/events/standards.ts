import { Type } from '@sinclair/typebox';
import type { Static, TSchema } from '@sinclair/typebox';
import { ASSURANCES } from './capability';
import { EPR_STATES } from './eprLifeCycle';
import { DayText, fact, Slug, Text } from './schemaParts';
import { CareSetting, TrustType } from './trustRegister';

/**
 * Standards: versions of rules, as data. A condition is an object with exactly one member, which says of what kind it is.
 * What a schema cannot say (measures that exist, thresholds within their scale, references that lead somewhere and not in
 * a circle) is said by `checkDefinition`.
 */

const literals = <T extends string>(values: readonly T[]) => Type.Union(values.map((value) => Type.Literal(value)));
const some = <S extends Parameters<typeof Type.Array>[0]>(schema: S) =>
  Type.Array(schema, { minItems: 1, maxItems: 50, uniqueItems: true });
const members = <P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

/** `1`, `2025.1`: lower-case letters and digits, parts joined by a point or a hyphen. */
export const StandardVersion = Type.String({ pattern: '^[a-z0-9]+([.-][a-z0-9]+)*$', maxLength: 40 });

export const ROLL_UPS = ['all', 'any', 'lowest', 'mean'] as const;
export const MERGER_POLICIES = ['any', 'all', 'acquirer-only'] as const;
/** Over which care settings a roll-up goes: those in which the trust was assessed, or those that it is recorded as providing. */
export const SETTINGS_ROLLED_UP = ['assessed', 'provided'] as const;
export const CONTRACT_STATUSES = ['announced', 'awarded', 'signed', 'expired'] as const;
export const CAPABILITY_STATUSES = ['not_started', 'in_progress', 'completed'] as const;

const RollUp = literals(ROLL_UPS);
/** A care setting, or the trust's main one as the register says it. */
const AskedSetting = Type.Union([CareSetting, Type.Literal('main')]);

const EprCondition = members({
  /** In this step of the life cycle or a later one; suspended and withdrawn are no steps. */
  atLeast: Type.Optional(literals(EPR_STATES)),
  in: Type.Optional(some(literals(EPR_STATES))),
  /** Only these deployments; else any. */
  deployments: Type.Optional(some(Slug)),
  /** Only deployments that cover all of these care settings. */
  covering: Type.Optional(some(AskedSetting)),
});
const ContractCondition = members({
  in: some(literals(CONTRACT_STATUSES)),
  deployments: Type.Optional(some(Slug)),
});
/** Which assessments count: of several, the latest of each care setting. */
const assessment = {
  framework: Type.String({ pattern: '^[A-Z][A-Za-z0-9]{0,19}$' }),
  versions: Type.Optional(some(Type.String({ pattern: '^[A-Za-z0-9.]{1,20}$' }))),
  careSetting: Type.Optional(AskedSetting),
  rollUp: Type.Optional(RollUp),
  /** Not older than so many months. */
  withinMonths: Type.Optional(Type.Integer({ minimum: 1, maximum: 240 })),
  assurance: Type.Optional(some(literals(ASSURANCES))),
};
const id = Type.String({ pattern: '^[a-z][a-z0-9_]*$', maxLength: 100 });
const ScoreCondition = members({ ...assessment, measure: id, atLeast: Type.Number() });
const CapabilityCondition = members({ ...assessment, capability: id, in: some(literals(CAPABILITY_STATUSES)) });
const AssessedCondition = members({
  ...assessment,
  rollUp: Type.Optional(Type.Union([Type.Literal('all'), Type.Literal('any')])),
});

const counted = <S extends TSchema>(part: S) =>
  members({ count: Type.Integer({ minimum: 1, maximum: 50 }), of: several(part) });
const several = <S extends TSchema>(part: S) => Type.Array(part, { minItems: 1, maxItems: 50 });

/** Conditions that look at facts, and those that refer to a named rule. */
const leaves = {
  rule: members({ rule: Slug }),
  epr: members({ epr: EprCondition }),
  contract: members({ contract: ContractCondition }),
  score: members({ score: ScoreCondition }),
  capability: members({ capability: CapabilityCondition }),
  assessed: members({ assessed: AssessedCondition }),
};
/** Conditions that are combined of others. */
const combining = <S extends TSchema>(part: S) => ({
  all: members({ all: several(part) }),
  any: members({ any: several(part) }),
  not: members({ not: part }),
  atLeast: members({ atLeast: counted(part) }),
});

/** Each kind of condition by the name of its member; what it is combined of is left open. */
export const CONDITION_KINDS = { ...combining(Type.Unknown()), ...leaves };

/**
 * A condition where it stands in a version. Conditions consist of conditions, so their schema refers to itself by a place
 * in the event's; what reads a version that others may have written looks at its conditions by `conditionsFault`.
 */
const Condition = Type.Unknown({ $ref: '#/definitions/condition' });
const definitions = {
  condition: Type.Union([...Object.values(combining(Condition)), ...Object.values(leaves)]),
};

const Level = members({
  name: Slug,
  title: Type.Optional(Text),
  /** What has to hold to reach it. The lowest level has none: it is what is left. */
  when: Type.Optional(Condition),
});

const published = fact({
  version: StandardVersion,
  /** An illustration has no members: it is an aggregate and nothing else. */
  purpose: Type.Union([Type.Literal('standard'), Type.Literal('illustration')]),
  title: Text,
  description: Type.Optional(Text),
  effectiveFrom: DayText,
  /** Lowest to highest. A trust is at the highest of those whose condition holds. */
  levels: Type.Array(Level, { minItems: 2, maxItems: 20 }),
  /** The level from which on the standard is met. Absent: the first above the lowest. */
  metFrom: Type.Optional(Slug),
  /** Conditions under names, for the levels and each other to refer to. */
  rules: Type.Optional(Type.Record(Slug, Condition)),
  /** How a condition about assessments goes over care settings, where it does not say so itself. */
  rollUp: members({ by: RollUp, over: literals(SETTINGS_ROLLED_UP) }),
  mergerPolicy: literals(MERGER_POLICIES),
  /** The trusts that it is about, of those in scope on the day: only those of these types on it. Absent: all. */
  scope: Type.Optional(members({ types: some(TrustType) })),
  /** Role or body that decided. */
  authority: Type.Optional(Text),
  /** The public statement in which it was announced. */
  statement: Type.Optional(Slug),
});
export const StandardPublished: typeof published = { ...published, definitions };
export type StandardPublished = Static<typeof StandardPublished>;

/** From the day on which it happened no longer in force: this version, or without one the standard as a whole. */
export const StandardWithdrawn = fact({
  version: Type.Optional(StandardVersion),
  reason: Type.Optional(Text),
  authority: Type.Optional(Text),
});
export type StandardWithdrawn = Static<typeof StandardWithdrawn>;
