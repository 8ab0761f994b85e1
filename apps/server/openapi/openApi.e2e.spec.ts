import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { bodyOf } from '../testing/bodyOf';
import { testServer } from '../testing/testServer';
import type { TestServer } from '../testing/testServer';

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const MILESTONE = { type: 'EprWentLive', deployment: 'an-epr', occurredOn: '2024-03-02', precision: 'day' };

/** The validator is an ES module, which Jest cannot load, so it runs in a process of its own. */
const VALIDATE = `
  import { Validator } from '@seriousme/openapi-schema-validator';
  import { json } from 'node:stream/consumers';
  const { valid, errors } = await new Validator().validate(await json(process.stdin));
  console.log(JSON.stringify({ valid, errors: errors ?? [] }));
`;

async function validated(document: object): Promise<unknown> {
  const validator = spawn(process.execPath, ['--input-type=module', '-e', VALIDATE]);
  validator.stdin.end(JSON.stringify(document));
  return JSON.parse(await text(validator.stdout));
}

describe('the OpenAPI document', () => {
  let milepost: TestServer;
  let document: Document;
  let ajv: Ajv2020;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['RXX']);
    document = bodyOf<Document>(await milepost.http.get('/openapi.json').expect(200));
    ajv = addFormats(new Ajv2020({ strict: false }));
    ajv.addSchema(document, 'api');
  }, 60_000);
  afterAll(() => milepost.stop());

  /** What is wrong with an answer by the document; undefined: nothing. */
  const held = (
    path: string,
    method: string,
    answer: { status: number; body: unknown; headers: Record<string, string> },
  ) => {
    const type = answer.headers['content-type']?.split(';')[0] ?? '';
    const content = document.paths[path]?.[method]?.responses[answer.status]?.content;
    if (content?.[type] === undefined) return `${method} ${path} says nothing of ${answer.status} ${type}`;
    const pointer = ['paths', path, method, 'responses', String(answer.status), 'content', type, 'schema']
      .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
      .map(encodeURIComponent)
      .join('/');
    const validate = ajv.getSchema(`api#/${pointer}`);
    if (validate === undefined) return `no schema at ${pointer}`;
    return validate(answer.body) === true ? undefined : ajv.errorsText(validate.errors);
  };

  it('is one by the rules of OpenAPI 3.1', async () => {
    await expect(validated(document)).resolves.toEqual({ valid: true, errors: [] });
  });

  it('describes every route of the interface', () => {
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/v1/trusts/{ods}/milestones', '/api/v1/figures/{metric}/members', '/health/ready']),
    );
  });

  it('holds of real answers, the good and the bad', async () => {
    const token = await milepost.token('programme');
    const recorded = await milepost.http
      .post('/api/v1/trusts/RXX/milestones')
      .auth(token, { type: 'bearer' })
      .send(MILESTONE);
    expect(held('/api/v1/trusts/{ods}/milestones', 'post', recorded)).toBeUndefined();
    const { fact, token: after } = bodyOf<{ fact: string; token: string }>(recorded);
    await milepost.http.get('/api/v1/trusts').set('Milepost-After', after).expect(200);

    const reads: readonly [string, string][] = [
      ['/api/v1/trusts', '/api/v1/trusts'],
      ['/api/v1/trusts/{ods}', '/api/v1/trusts/RXX'],
      ['/api/v1/trusts/{ods}', '/api/v1/trusts/RQQ'],
      ['/api/v1/trusts/{ods}', '/api/v1/trusts/RXX?asOf=never'],
      ['/api/v1/trusts/{ods}/timeline', '/api/v1/trusts/RXX/timeline'],
      ['/api/v1/trusts/{ods}/assessments', '/api/v1/trusts/RXX/assessments'],
      ['/api/v1/trusts/{ods}/history', '/api/v1/trusts/RXX/history?recordedBy=size:2'],
      ['/api/v1/assessments/change', '/api/v1/assessments/change?framework=DMA&measure=overall_comparable'],
      ['/api/v1/facts/{factId}', `/api/v1/facts/${fact}`],
      ['/api/v1/figures/{metric}', '/api/v1/figures/epr-live?by=region'],
      ['/api/v1/figures/{metric}/members', '/api/v1/figures/epr-live/members'],
      ['/api/v1/figures/{metric}/series', '/api/v1/figures/in-scope/series?every=quarter'],
      ['/api/v1/figures/{metric}/movement', '/api/v1/figures/epr-live/movement?from.asOf=2024-01-01&by=region'],
      ['/api/v1/figures/{metric}/movement', '/api/v1/figures/epr-live/movement?from.publicBy=2024-01-01'],
      ['/api/v1/figures/{metric}/movement/members', '/api/v1/figures/in-scope/movement/members?from.asOf=2000-01-01'],
      ['/api/v1/compare', '/api/v1/compare?from.asOf=2000-01-01'],
      ['/api/v1/replay', '/api/v1/replay?along=recorded'],
      ['/api/v1/replay', '/api/v1/replay?along=public&every=entry'],
      ['/api/v1/entries', '/api/v1/entries?limit=2'],
      ['/api/v1/entries/{sequence}', '/api/v1/entries/0'],
      ['/api/v1/entries/{sequence}', '/api/v1/entries/999999'],
      ['/api/v1/icbs', '/api/v1/icbs'],
      ['/api/v1/statements', '/api/v1/statements'],
      ['/api/v1/statements/{id}', '/api/v1/statements/nobody-said-it'],
      ['/api/v1/targets', '/api/v1/targets'],
      ['/api/v1/targets/{id}', '/api/v1/targets/nobody-set-it'],
      ['/api/v1/targets/{id}/case-file', '/api/v1/targets/nobody-set-it/case-file'],
      ['/health/live', '/health/live'],
      ['/health/ready', '/health/ready'],
      ['/problems', '/problems'],
      ['/problems/{slug}', '/problems/starting'],
      ['/openapi.json', '/openapi.json'],
    ];
    for (const [path, address] of reads) {
      const answer = await milepost.http.get(address);
      expect([address, held(path, 'get', answer)]).toEqual([address, undefined]);
    }

    const administrator = milepost.administrator();
    const tokens = await milepost.http.get('/api/v1/tokens').auth(administrator, { type: 'bearer' });
    expect(held('/api/v1/tokens', 'get', tokens)).toBeUndefined();
    const issued = await milepost.http
      .post('/api/v1/tokens')
      .auth(administrator, { type: 'bearer' })
      .send({ role: 'reader' });
    expect(held('/api/v1/tokens', 'post', issued)).toBeUndefined();
    const rebuild = await milepost.http.post('/api/v1/rebuilds').auth(administrator, { type: 'bearer' });
    expect(held('/api/v1/rebuilds', 'post', rebuild)).toBeUndefined();
    const imported = await milepost.http
      .post('/api/v1/imports?kind=ods&file=etr.csv&asAt=2024-01-01&dryRun=true')
      .auth(token, { type: 'bearer' })
      .type('text/csv')
      .send('"R","too","few"\r\n');
    expect(held('/api/v1/imports', 'post', imported)).toBeUndefined();
    expect(imported.body).toMatchObject({ exitCode: 1, dryRun: true });
  });
});
