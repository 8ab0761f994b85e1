import { Type } from '@sinclair/typebox';
import type { TProperties, TSchema } from '@sinclair/typebox';

/** Pieces of the answers' JSON Schemas. What is not known or does not apply is null, so that an answer always has all its members. */

export const DayText = Type.String({ format: 'date' });
export const InstantText = Type.String({ format: 'date-time' });
/** A sequence, revision, size or position. */
export const DecimalText = Type.String({ pattern: '^(0|[1-9][0-9]*)$' });
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Members = <P extends TProperties>(members: P, description?: string) =>
  Type.Object(members, { additionalProperties: false, ...(description === undefined ? {} : { description }) });
export const OneOf = <T extends string>(...values: readonly T[]) =>
  Type.Union(values.map((value) => Type.Literal(value)));
/** Days between which something happened, both counting; null: no limit on that side. */
export const WindowAnswer = Members({ earliest: Nullable(DayText), latest: Nullable(DayText) });
/** Data of an event as it is stored; its schema is that of its type. */
export const EventData = Type.Record(Type.String(), Type.Unknown(), { description: 'Data as stored, by its type.' });
