import type { TSchema } from '@sinclair/typebox';
import { FormatRegistry } from '@sinclair/typebox';
import type { TypeCheck } from '@sinclair/typebox/compiler';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { correctionSchemas, eventSchemas, parseDay } from '@milepost/domain';

type Schemas = Readonly<Record<string, TSchema>>;

FormatRegistry.Set('date', (text) => parseDay(text) !== undefined);

/** By type; compiled when first met, for a record holds few of all types. */
function checks(schemas: Schemas): (type: string) => TypeCheck<TSchema> | undefined {
  const compiled = new Map<string, TypeCheck<TSchema>>();
  return (type) => {
    const known = compiled.get(type);
    if (known || !Object.hasOwn(schemas, type)) return known;
    const check = TypeCompiler.Compile(schemas[type] as TSchema);
    compiled.set(type, check);
    return check;
  };
}

const firstVersions = checks(eventSchemas);
const corrections = checks(correctionSchemas);

/**
 * Whether data has the shape of its type; a correction has that of the type corrected. Any program may write to the
 * store, so what is read is held against the same schemas as what is written. Which dates belong to which precision is
 * left to whoever reads the dates.
 */
export function dataFits(type: string, data: unknown, corrects: boolean): boolean {
  return (corrects ? corrections : firstVersions)(type)?.Check(data) === true;
}
