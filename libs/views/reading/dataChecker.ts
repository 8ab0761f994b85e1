import type { ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { correctionSchemas, eventSchemas } from '@milepost/domain';

/** Whether data has the shape of its type; a correction has that of the type corrected. Types that are not known have none. */
export type DataChecker = (type: string, data: unknown, corrects: boolean) => boolean;

/**
 * A schema is compiled when its type is first met, which takes longer than reading thousands of entries: a record holds
 * few of all types.
 */
function makeDataChecker(): DataChecker {
  const ajv = addFormats(new Ajv({ strictTypes: false }));
  const byType = (schemas: Readonly<Record<string, object>>): ((type: string) => ValidateFunction | undefined) => {
    const compiled = new Map<string, ValidateFunction>();
    return (type) => {
      const found = compiled.get(type);
      if (found || !Object.hasOwn(schemas, type)) return found;
      const validate = ajv.compile(schemas[type] as object);
      compiled.set(type, validate);
      return validate;
    };
  };
  const first = byType(eventSchemas);
  const corrections = byType(correctionSchemas);
  return (type, data, corrects) => (corrects ? corrections : first)(type)?.(data) === true;
}

/** Any program may write to the store, so what is read is held against the same schemas as what is written. */
export const dataFits: DataChecker = makeDataChecker();
