import { actionOf } from '@milepost/access';
import type { TSchema } from '@sinclair/typebox';
import { operationOf } from '../http/operation';
import type { OperationParts } from '../http/operation';
import type { Route } from '../http/routeCatalogue';
import { PROBLEM_CATALOGUE } from '../problems/problemCatalogue';
import { COMPONENTS } from './components';
import { argumentClasses } from './argumentClasses';
import { schemaOfClass } from './schemaOfClass';
import type { JsonSchema } from './schemaOfClass';
import { withReferences } from './withReferences';

/** Problems that any route can give. */
const ANY = [
  'invalid-request',
  'token-needed',
  'token-refused',
  'not-permitted',
  'not-found',
  'internal-error',
  'starting',
];
const READING = [
  'invalid-moment',
  'not-yet-recorded',
  'not-acceptable',
  'views-behind',
  'view-halted',
  'not-visible-yet',
];
const RECORDING = [
  'malformed-json',
  'not-your-trust',
  'revision-moved',
  'body-too-large',
  'unsupported-media-type',
  'idempotency-key-reused',
  'written-meanwhile',
  'store-unavailable',
  'outcome-unknown',
  'ledger-stopped',
  'clock-refused',
];

/** The OpenAPI 3.1 document of one ledger's application, made from what its routes declare. */
export function openApiDocument(routes: readonly Route[], basePath: string): JsonSchema {
  const described = routes.flatMap((route) => {
    const parts = operationOf(route.handler);
    return parts === undefined ? [] : [{ route, parts }];
  });
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { route, parts } of described) {
    const path = route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route, parts);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Milepost',
      version: '1',
      summary: 'A record of how NHS trusts digitise, answerable at any moment.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: basePath === '' ? '/' : basePath }],
    tags: [...new Set(described.map(({ route }) => tagOf(route)))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(COMPONENTS).map(([name, schema]) => [name, withReferences(schema, name)]),
      ),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'mp_{id}_{secret}' } },
    },
  };
}

function operation(route: Route, parts: OperationParts): JsonSchema {
  const { body, query, path } = argumentClasses(route);
  const action = actionOf(route.handler, route.controller) ?? 'read';
  const requestBody = bodyOf(body, parts);
  return {
    operationId: `${route.controller.name.replace(/Controller$/, '')}-${route.handlerName}`,
    summary: parts.summary,
    tags: [tagOf(route)],
    security: action === 'open' ? [] : action === 'read' ? [{}, { token: [] }] : [{ token: [] }],
    parameters: [...parameters(path, 'path'), ...parameters(query, 'query'), ...headersOf(route, parts)],
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: { ...answers(parts), ...problems(route, parts) },
  };
}

function tagOf({ controller }: Route): string {
  return controller.name.replace(/Controller$/, '').toLowerCase();
}

function parameters(target: (new () => object) | undefined, place: 'path' | 'query'): JsonSchema[] {
  if (target === undefined) return [];
  const { properties, required } = schemaOfClass(target);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}

function headersOf({ method }: Route, { records }: OperationParts): JsonSchema[] {
  const header = (name: string, description: string): JsonSchema => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  });
  if (records === true) {
    return [
      header('Idempotency-Key', 'The same key with the same body is answered as the first time.'),
      header('If-Match', 'Entity tag of what was seen: recorded only where it still stands so.'),
    ];
  }
  return method === 'GET' ? [header('Milepost-After', 'Token of a write: waits until it is visible.')] : [];
}

function bodyOf(target: (new () => object) | undefined, { takes }: OperationParts): JsonSchema | undefined {
  if (takes !== undefined) {
    return { content: Object.fromEntries(takes.map((type) => [type, { schema: { type: 'string' } }])) };
  }
  if (target === undefined) return undefined;
  return { required: true, content: { 'application/json': { schema: schemaOfClass(target) } } };
}

function answers({ answers: byStatus, table, as = 'application/json' }: OperationParts): JsonSchema {
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, schema]: [string, TSchema | null]) => {
      const description = status === '503' ? 'Not ready.' : 'As asked.';
      if (schema === null) return [status, { description }];
      const text = { schema: { type: 'string' } };
      const tables = table === true ? { 'text/csv': text, 'application/jsonl': text } : {};
      return [status, { description, content: { [as]: { schema: withReferences(schema) }, ...tables } }];
    }),
  );
}

function problems({ method }: Route, { problems: own = [], records, answers: byStatus }: OperationParts): JsonSchema {
  const slugs = [...ANY, ...(method === 'GET' ? READING : []), ...(records === true ? RECORDING : []), ...own];
  const statuses = new Map<number, string[]>();
  for (const slug of new Set(slugs)) {
    const status = PROBLEM_CATALOGUE[slug]?.status;
    if (status === undefined) throw new Error(`The catalogue of problems has no "${slug}".`);
    if (!(status in byStatus)) statuses.set(status, [...(statuses.get(status) ?? []), slug]);
  }
  return Object.fromEntries(
    [...statuses].map(([status, named]) => [
      status,
      {
        description: named.map((slug) => `/problems/${slug}`).join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}
