import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { formatDay, NOT_KNOWN } from '@milepost/domain';
import type { StandardVersion } from '@milepost/domain';
import type { StandardFigure, StandardMember, StandardView, TrustStanding } from '@milepost/views';
import { figureMembers, figureNumbers, GROUPS, memberAnswer, MemberAnswer } from './figureAnswer';
import { DayText, DecimalText, EventData, Members, Nullable, OneOf } from './schemaParts';
import { memberColumns, table } from './tables';
import { dayAnswer, whyAnswer } from './windowAnswer';

export const StandardVersionAnswer = Members({
  version: Type.String(),
  purpose: OneOf('standard', 'illustration'),
  title: Type.String(),
  effectiveFrom: DayText,
  /** Entry and fact that published it; null where it comes with Milepost. */
  sequence: Nullable(DecimalText),
  fact: Nullable(Type.String({ format: 'uuid' })),
  publicOn: Nullable(DayText),
  /** The day by which it is withdrawn for certain; null where it is not, or on a day that is not known. */
  withdrawnBy: Nullable(DayText),
  withdrawnFact: Nullable(Type.String({ format: 'uuid' })),
});
export type StandardVersionAnswer = Static<typeof StandardVersionAnswer>;

export const StandardAnswer = Members({
  id: Type.String(),
  /** Whether it comes with Milepost instead of being published. */
  shipped: Type.Boolean(),
  /** The version in force on the day; null: none. */
  inForce: Nullable(Type.String()),
  versions: Type.Array(StandardVersionAnswer),
});
export type StandardAnswer = Static<typeof StandardAnswer>;

export function standardVersionAnswer({ definition, published, withdrawn }: StandardVersion): StandardVersionAnswer {
  const { version, purpose, title, effectiveFrom } = definition;
  return {
    ...{ version, purpose, title, effectiveFrom },
    sequence: published ? String(published.sequence) : null,
    fact: published?.fact ?? null,
    publicOn: published ? formatDay(published.publicOn) : null,
    withdrawnBy: dayAnswer(withdrawn?.window.latest),
    withdrawnFact: withdrawn?.fact ?? null,
  };
}

export function standardAnswer({ id, shipped, versions, inForce }: StandardView): StandardAnswer {
  return {
    id,
    shipped,
    inForce: inForce?.definition.version ?? null,
    versions: versions.map(standardVersionAnswer),
  };
}

export const standardsTable = table<StandardVersionAnswer & { readonly id: string; readonly inForce: boolean }>({
  id: ({ id }) => id,
  version: ({ version }) => version,
  purpose: ({ purpose }) => purpose,
  title: ({ title }) => title,
  effectiveFrom: ({ effectiveFrom }) => effectiveFrom,
  inForce: ({ inForce }) => inForce,
  publicOn: ({ publicOn }) => publicOn,
  withdrawnBy: ({ withdrawnBy }) => withdrawnBy,
  sequence: ({ sequence }) => sequence,
});

/** The levels and rules of a version as they are published. */
export const DefinitionAnswer = EventData;

const Level = Nullable(Type.String());

export const StandingAnswer = Members(
  {
    ods: Type.String(),
    standard: Type.String(),
    version: Type.String(),
    /** Null: not known. */
    level: Level,
    meets: OneOf('yes', 'no', 'not-known'),
    /** The last recorded of the entries that decided. */
    why: Nullable(DecimalText),
    reason: Type.String(),
    /** The trust's own line, and those of the trusts that it succeeded where the merger policy asks for them. */
    lines: Type.Array(
      Members({
        /** Whose line it was; null: the trust's own. */
        from: Nullable(Type.String()),
        /** The levels that are possible by what is certain. */
        levels: Type.Array(Type.String()),
        conditions: Type.Array(
          Members({
            /** JSON pointer into the version. */
            pointer: Type.String(),
            words: Type.String(),
            truth: OneOf('yes', 'no', 'not-known'),
            entries: Type.Array(DecimalText),
            missing: Type.Array(Type.String()),
          }),
        ),
      }),
    ),
    /** Entries of which it is not certain by the day whether they had happened, or had lapsed. */
    open: Type.Array(DecimalText),
  },
  'Where a trust stands against a version of a standard on a day, and why.',
);
export type StandingAnswer = Static<typeof StandingAnswer>;

export function standingAnswer(
  ods: string,
  standard: string,
  version: string,
  { level, meets, why, reason, lines, open }: TrustStanding,
): StandingAnswer {
  return {
    ...{ ods, standard, version, reason },
    level: level === NOT_KNOWN ? null : level,
    meets: meets as StandingAnswer['meets'],
    why: whyAnswer(why),
    lines: lines.map(({ from, levels, conditions }) => ({
      from: from ?? null,
      levels: [...levels],
      conditions: conditions.map(({ pointer, words, truth, entries, missing }) => ({
        ...{ pointer, words, truth },
        entries: entries.map(String),
        missing: [...missing],
      })),
    })),
    open: open.map(String),
  };
}

export const standingTable = table<StandingAnswer['lines'][number]['conditions'][number] & { from: string | null }>({
  from: ({ from }) => from,
  pointer: ({ pointer }) => pointer,
  condition: ({ words }) => words,
  truth: ({ truth }) => truth,
  entries: ({ entries }) => entries.join(' '),
  missing: ({ missing }) => missing.join(' '),
});

export const StandardMemberAnswer = Members({ ...MemberAnswer.properties, level: Level });
export type StandardMemberAnswer = Static<typeof StandardMemberAnswer>;

export function standardMemberAnswer(member: StandardMember): StandardMemberAnswer {
  return { ...memberAnswer(member), level: member.level === NOT_KNOWN ? null : member.level };
}

export const standardMembersTable = table<StandardMemberAnswer>({ ...memberColumns, level: ({ level }) => level });

export const StandardFigureAnswer = Members({
  ...figureMembers,
  by: Nullable(OneOf(...GROUPS)),
  groups: Nullable(Type.Array(Members({ group: Nullable(Type.String()), ...figureMembers }))),
});

export function standardFigureAnswer(
  view: StandardFigure,
  by: (typeof GROUPS)[number] | undefined,
): Static<typeof StandardFigureAnswer> {
  return {
    ...figureNumbers(view),
    by: by ?? null,
    groups: view.groups?.map(({ group, ...figure }) => ({ group: group ?? null, ...figureNumbers(figure) })) ?? null,
  };
}
