import { Type } from '@sinclair/typebox';
import type { TObject, TProperties } from '@sinclair/typebox';
import type { DatePrefix } from '../time/datePrefix';
import { dateMemberName } from '../time/datePrefix';
import { PRECISIONS } from '../time/precision';

/** Pieces that event schemas share. JSON Schema (draft 7 and later) by TypeBox: one definition gives schema and type. */

export const Text = Type.String({ minLength: 1, maxLength: 4000 });
/** 3 to 6 characters, upper case; whether it exists is for the register to say, not for a pattern. */
export const OdsCode = Type.String({ pattern: '^[A-Z0-9]{3,6}$' });
export const IcbCode = Type.String({ pattern: '^[A-Z0-9]{3,6}$' });
export const RegionCode = Type.String({ pattern: '^Y[0-9]{2}$' });
/** Lower-case words joined by hyphens. */
export const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 100 });
export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
/** A day that exists, YYYY-MM-DD. */
export const DayText = Type.String({ format: 'date' });
/** A day, month, quarter or year, as a source gives it. */
export const PeriodText = Type.String({ pattern: '^\\d{4}(-(\\d{2}|Q[1-4])(-\\d{2})?)?$' });
export const Count = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });
/** 0 to 100. */
export const Percent = Type.Number({ minimum: 0, maximum: 100 });
/** Millions of pounds sterling. */
export const GbpMillions = Type.Number({ minimum: 0 });
export const PrecisionText = Type.Union(PRECISIONS.map((precision) => Type.Literal(precision)));
/** Present and true where the record infers or derives what no source says. */
export const Inferred = Type.Literal(true);

/** publisher, title, date, kind; an address only where the source itself was seen, never for a copy. */
export const Source = Type.Object(
  {
    publisher: Text,
    kind: Type.Union([Type.Literal('primary'), Type.Literal('press'), Type.Literal('copy')]),
    title: Type.Optional(Text),
    date: Type.Optional(PeriodText),
    url: Type.Optional(Type.String({ pattern: '^https?://', maxLength: 2000 })),
    /** What a copy copies, where that is known. */
    copies: Type.Optional(Text),
  },
  {
    additionalProperties: false,
    allOf: [{ if: { properties: { kind: { const: 'copy' } } }, then: { not: { required: ['url'] } } }],
  },
);

const DAY = { type: 'string', format: 'date' };
const FORMS: Record<string, { on?: object; by?: object }> = {
  day: { on: DAY },
  approximate_day: { on: DAY },
  month: { on: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' } },
  quarter: { on: { type: 'string', pattern: '^\\d{4}-Q[1-4]$' } },
  year: { on: { type: 'string', pattern: '^\\d{4}$' } },
  between: { on: DAY, by: DAY },
  on_or_before: { by: DAY },
  unknown: {},
};

/** The rules by which precision and the two dates belong together, as JSON Schema conditions. */
export function datesBelongTogether(prefix: DatePrefix): object[] {
  const [on, by, precision] = (['On', 'By', 'Precision'] as const).map((member) => dateMemberName(prefix, member)) as [
    string,
    string,
    string,
  ];
  return Object.entries(FORMS).map(([name, form]) => ({
    if: { required: [precision], properties: { [precision]: { const: name } } },
    then: {
      required: [...(form.on ? [on] : []), ...(form.by ? [by] : [])],
      properties: { [on]: form.on ?? false, [by]: form.by ?? false },
    },
  }));
}

export const occurred = {
  occurredOn: Type.Optional(Type.String()),
  occurredBy: Type.Optional(Type.String()),
  precision: PrecisionText,
};

/** A fact's data: when it was true, its own members, its source, and how sure the record is of it. */
export function fact<P extends TProperties>(members: P, ...alsoDated: DatePrefix[]) {
  return Type.Object(
    {
      ...occurred,
      ...members,
      source: Type.Optional(Source),
      inferred: Type.Optional(Inferred),
      note: Type.Optional(Text),
    },
    {
      additionalProperties: false,
      allOf: [datesBelongTogether('occurred'), ...alsoDated.map(datesBelongTogether)].flat(),
    },
  );
}

/** Data that is not a fact: marks on facts, and the log's own events. */
export function plain<P extends TProperties>(members: P): TObject<P> {
  return Type.Object(members, { additionalProperties: false });
}
