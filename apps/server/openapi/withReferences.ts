import type { TSchema } from '@sinclair/typebox';
import { COMPONENTS } from './components';
import type { JsonSchema } from './schemaOfClass';

const NAMES = new Map<unknown, string>(Object.entries(COMPONENTS).map(([name, schema]) => [schema, name]));

/** A schema in which the ones with a name stand as references; `itself` is the one that is being named. */
export function withReferences(schema: TSchema, itself?: string): JsonSchema {
  return replaced(schema, itself) as JsonSchema;
}

function replaced(value: unknown, itself?: string): unknown {
  const name = NAMES.get(value);
  if (name !== undefined && name !== itself) return { $ref: `#/components/schemas/${name}` };
  if (Array.isArray(value)) return value.map((item) => replaced(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, replaced(member)]));
}
