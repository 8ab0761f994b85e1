import { getMetadataStorage } from 'class-validator';
import { nestedTypeOf } from '../http/nested';

export type JsonSchema = Readonly<Record<string, unknown>>;

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** What a validator of the edge says in JSON Schema. A validator that is not here fails the document, so that none is left out of it. */
const KEYWORDS: Readonly<Record<string, (constraints: readonly unknown[]) => JsonSchema>> = {
  isString: () => ({ type: 'string' }),
  isNumber: () => ({ type: 'number' }),
  isInt: () => ({ type: 'integer' }),
  isObject: () => ({ type: 'object' }),
  isArray: () => ({ type: 'array' }),
  isUrl: () => ({ type: 'string', format: 'uri' }),
  isIso8601: () => ({ type: 'string', format: 'date-time' }),
  isIn: ([values]) => ({ enum: values }),
  matches: ([form]) => ({ type: 'string', pattern: (form as RegExp).source }),
  minLength: ([length]) => ({ minLength: length }),
  maxLength: ([length]) => ({ maxLength: length }),
  min: ([least]) => ({ minimum: least }),
  max: ([most]) => ({ maximum: most }),
  arrayMinSize: ([size]) => ({ minItems: size }),
  arrayMaxSize: ([size]) => ({ maxItems: size }),
  arrayUnique: () => ({ uniqueItems: true }),
};

export interface ClassSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

/** JSON Schema of a class that the edge validates by: what is refused by the one is refused by the other. */
export function schemaOfClass(target: new () => object): ClassSchema {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', true, false);
  const names = [...new Set(rules.map(({ propertyName }) => propertyName))];
  const isOptional = (name: string): boolean =>
    rules.some(({ propertyName, name: rule }) => propertyName === name && rule === 'isOptional');
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, propertySchema(target, name, rules)])),
    required: names.filter((name) => !isOptional(name)),
    additionalProperties: false,
  };
}

function propertySchema(target: new () => object, name: string, rules: readonly Rule[]): JsonSchema {
  const own = rules.filter(({ propertyName, name: rule }) => propertyName === name && rule !== 'isOptional');
  const nested = nestedTypeOf(target.prototype as object, name);
  const isList = own.some(({ name: rule }) => rule === 'isArray');
  const items = schemaOf(own.filter(({ each }) => each));
  const itself = schemaOf(own.filter(({ each }) => !each));
  const inner = nested === undefined ? {} : schemaOfClass(nested);
  return isList ? { ...itself, items: { ...items, ...inner } } : { ...itself, ...inner };
}

/** Several patterns of one text stand side by side. */
function schemaOf(rules: readonly Rule[]): JsonSchema {
  const parts = rules.filter(({ type }) => type !== 'nestedValidation').map(keywordsOf);
  const patterns = parts.filter(({ pattern }) => pattern !== undefined);
  const schema = Object.assign({}, ...parts) as Record<string, unknown>;
  if (patterns.length > 1) schema.allOf = patterns.slice(0, -1).map(({ pattern }) => ({ pattern }));
  if (schema.type === undefined && Array.isArray(schema.enum)) schema.type = 'string';
  return schema;
}

function keywordsOf({ name = '', constraints = [] }: Rule): JsonSchema {
  const keywords = KEYWORDS[name];
  if (keywords === undefined) throw new Error(`The OpenAPI document cannot say "${name}".`);
  return keywords(constraints as readonly unknown[]);
}
