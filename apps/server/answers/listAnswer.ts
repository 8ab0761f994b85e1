import { Type } from '@sinclair/typebox';
import type { TSchema } from '@sinclair/typebox';
import { Answer } from '../http/answer';
import type { Table } from '../http/answer';
import type { PageAsked } from '../http/paging';
import { MomentSchema } from './momentSchema';
import { Members, Nullable } from './schemaParts';

/** JSON Schema of a page of a list. */
export const ListOf = (item: TSchema) =>
  Members({
    moment: MomentSchema,
    items: Type.Array(item),
    /** Of all pages together. */
    total: Type.Integer({ minimum: 0 }),
    /** Address of the next page; null on the last. */
    next: Nullable(Type.String()),
  });

export interface ListParts<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly definitions?: readonly string[];
  readonly table?: (items: readonly T[]) => Table;
}

export function listAnswer<T>(asked: PageAsked, basePath: string, parts: ListParts<T>): Answer {
  const reached = asked.offset + parts.items.length;
  const next = reached < parts.total && parts.items.length > 0 ? asked.next(reached) : undefined;
  return new Answer({
    body: {
      moment: asked.resolved.answer(parts.definitions),
      items: parts.items,
      total: parts.total,
      next: next === undefined ? null : basePath + next,
    },
    moment: asked.resolved,
    next,
    table: parts.table?.(parts.items),
  });
}
