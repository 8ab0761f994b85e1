import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig } from '@milepost/platform';
import { parse } from 'yaml';
import { variablesRead } from './variablesRead';

const DOCKER = join(__dirname, '..', '..', 'docker');

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** Strict: a key given twice, or an alias to nothing, is an error. */
const composeOf = (name: string) => parse(readFileSync(join(DOCKER, name), 'utf8'), { strict: true }) as Compose;

describe.each(['compose.yaml', 'compose.eventstoredb.yaml'])('%s', (name) => {
  const { services, volumes } = composeOf(name);
  const milepost = services.milepost as Service;

  it('builds Milepost from the Dockerfile, from the root of the tree', () => {
    const context = resolve(DOCKER, milepost.build?.context ?? '');
    expect(existsSync(join(context, 'package.json'))).toBe(true);
    expect(existsSync(join(context, milepost.build?.dockerfile ?? ''))).toBe(true);
  });

  it('is reached from this machine alone, at the port that the image listens on', () => {
    expect(milepost.ports).toEqual(['127.0.0.1:3000:3000']);
    expect(readConfig({}).port).toBe(3000);
  });

  it('may write to its data and to /tmp, and do nothing else', () => {
    expect(milepost).toMatchObject({
      volumes: ['data:/data'],
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(readFileSync(join(DOCKER, 'Dockerfile'), 'utf8')).toContain('MILEPOST_DATA_DIR=/data');
  });

  it('sets only variables that the server reads, to what it can use', () => {
    const environment = milepost.environment ?? {};
    expect(Object.keys(environment).filter((variable) => !variablesRead().has(variable))).toEqual([]);
    expect(() => readConfig(environment)).not.toThrow();
  });

  it('names every volume that it mounts, and mounts every one that it names', () => {
    const mounted = Object.values(services).flatMap((service) => service.volumes ?? []);
    expect(new Set(mounted.map((volume) => volume.split(':')[0]))).toEqual(new Set(Object.keys(volumes)));
  });

  it('waits for what it depends on until that is healthy, which can be known', () => {
    for (const [other, { condition }] of Object.entries(milepost.depends_on ?? {})) {
      expect(condition).toBe('service_healthy');
      expect(services[other]?.healthcheck?.test[0]).toMatch(/^CMD(-SHELL)?$/);
    }
  });
});

it('beside an EventStoreDB node, the address is that of the node, whose health is asked at its own port', () => {
  const { milepost, eventstoredb } = composeOf('compose.eventstoredb.yaml').services;
  const { eventStoreUrl } = readConfig(milepost?.environment ?? {});
  const { hostname, port, searchParams } = new URL((eventStoreUrl ?? '').replace('esdb:', 'http:'));
  expect([hostname, port]).toEqual(['eventstoredb', '2113']);
  // Without TLS on both sides, or on neither.
  expect(searchParams.get('tls')).toBe('false');
  expect(eventstoredb?.environment?.EVENTSTORE_INSECURE).toBe('true');
  expect(eventstoredb?.image).toMatch(/^eventstore\/eventstore:\d+\.\d+\.\d+/);
  expect(eventstoredb?.healthcheck?.test.join(' ')).toContain('http://localhost:2113/health/live');
});
