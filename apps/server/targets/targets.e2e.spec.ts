import { bodyOf } from '../testing/bodyOf';
import { testServer } from '../testing/testServer';
import type { TestServer } from '../testing/testServer';

interface Target {
  readonly status: string;
  readonly wording: { readonly value: string | null };
  readonly threshold: { readonly value: { readonly low: number } | null };
  readonly deadline: { readonly value: { readonly on: string } | null; readonly open: boolean };
  readonly against: { readonly needed: number; readonly stillNeeded: { readonly low: number; readonly high: number } };
  readonly changes: readonly { readonly fact: string; readonly extension: boolean; readonly decision: object }[];
}
interface CaseFile {
  readonly established: readonly { readonly sentence: string; readonly entries: readonly string[] }[];
  readonly informed: { readonly basis: string; readonly counted: number; readonly trusts: readonly { ods: string }[] };
  readonly notKnown: readonly { readonly id: string; readonly fact: string; readonly answeredBy: string | null }[];
}

const DECIDED = { precision: 'day', authority: 'The programme board', reasons: ['Suppliers were late'] };
const SHARE = { thresholdPercentLow: 70, thresholdPercentHigh: 70 };
const SET = {
  ...{ ...DECIDED, ...SHARE, type: 'TargetSet', occurredOn: '2022-06-01', reportedOn: '2022-06-01' },
  ...{ metric: 'epr_coverage', wording: 'Seven in ten', deadlineOn: '2025-03', deadlinePrecision: 'month' },
};
const EXTENDED = {
  ...{ ...DECIDED, type: 'DeadlineExtended', occurredOn: '2023-07-10', reportedOn: '2023-07-12' },
  ...{ deadlineOn: '2026-03', deadlinePrecision: 'month', conditions: ['A report each quarter'] },
  informedBy: { asOf: '2023-06-30' },
};

describe('targets, through the interface', () => {
  let milepost: TestServer;
  let programme: string;
  const codes = ['RQ1', 'RQ2', 'RQ3'];

  const change = (id: string, body: object, token = programme) =>
    milepost.http.post(`/api/v1/targets/${id}/changes`).auth(token, { type: 'bearer' }).send(body);
  const target = async (query: string, id = 'coverage'): Promise<Target> =>
    bodyOf<{ target: Target }>(await milepost.http.get(`/api/v1/targets/${id}?${query}`).expect(200)).target;
  const size = async (): Promise<string> =>
    bodyOf<{ moment: { size: string } }>(await milepost.http.get('/api/v1/targets')).moment.size;
  const seen = async (answer: { body: unknown }): Promise<void> =>
    void (await milepost.http
      .get('/api/v1/targets')
      .set('Milepost-After', bodyOf<{ token: string }>(answer).token)
      .expect(200));

  beforeAll(async () => {
    milepost = await testServer();
    programme = await milepost.token('programme');
    await milepost.register(codes);
    const live = {
      type: 'EprWentLive',
      occurredOn: '2023-01-10',
      precision: 'day',
      deployment: 'one',
      reportedOn: '2023-01-11',
    };
    await seen(
      await milepost.http
        .post('/api/v1/trusts/RQ1/milestones')
        .auth(programme, { type: 'bearer' })
        .send(live)
        .expect(201),
    );
    await seen(await change('coverage', SET).expect(201));
  }, 60_000);
  afterAll(() => milepost.stop());

  it.each([
    ['without authority', { ...EXTENDED, authority: undefined }, 409, 'change-without-authority'],
    ['without reasons', { ...EXTENDED, reasons: [] }, 409, 'change-without-reasons'],
    ['to a date before it was decided', { ...EXTENDED, deadlineOn: '2023-06' }, 409, 'deadline-before-decision'],
    ['that shortens', { ...EXTENDED, deadlineOn: '2024-03' }, 409, 'extension-not-later'],
    ['that does not move', { ...EXTENDED, deadlineOn: '2025-03' }, 409, 'extension-not-later'],
    ['to no date', { ...EXTENDED, deadlineOn: undefined, deadlinePrecision: undefined }, 409, 'extension-without-date'],
    ['to a date that there is not', { ...EXTENDED, deadlineOn: '2026-13' }, 400, 'no-such-date'],
    [
      'announced before it was decided',
      { ...EXTENDED, decidedOn: '2023-08-01', decidedPrecision: 'day' },
      409,
      'decided-after-announced',
    ],
    ['of something else than a date', { ...EXTENDED, ...SHARE }, 400, 'invalid-request'],
  ])('refuses an extension %s, and records nothing', async (_, body, status, slug) => {
    const before = await size();
    const answer = await change('coverage', body);
    expect([answer.status, bodyOf<{ type: string }>(answer).type]).toEqual([status, `/problems/${slug}`]);
    expect(await size()).toBe(before);
  });

  it.each([
    ['a target that was never set', 'nothing', EXTENDED, 404, 'unknown-target'],
    [
      'the end of a programme that was never launched',
      'nothing-end',
      {
        ...EXTENDED,
        type: 'ProgrammeEndRevised',
        deadlineOn: undefined,
        deadlinePrecision: undefined,
        endsOn: '2026-03',
        endsPrecision: 'month',
      },
      404,
      'unknown-target',
    ],
    ['a programme’s end as if it were a target', 'a-programme-end', EXTENDED, 409, 'target-is-programme-end'],
    ['a target that is set already', 'coverage', SET, 409, 'target-already-set'],
    [
      'a threshold over 100',
      'coverage',
      { ...EXTENDED, type: 'ThresholdChanged', thresholdPercentLow: 101 },
      400,
      'threshold-out-of-range',
    ],
    ['a field that it does not know', 'coverage', { ...EXTENDED, deadline: '2026-03' }, 400, 'invalid-request'],
  ])('refuses %s, and records nothing', async (_, id, body, status, slug) => {
    const before = await size();
    const answer = await change(id, body);
    expect([answer.status, bodyOf<{ type: string }>(answer).type]).toEqual([status, `/problems/${slug}`]);
    expect(await size()).toBe(before);
  });

  it('lets nobody change a target but the programme', async () => {
    await change('coverage', EXTENDED, await milepost.token('reporter')).expect(403);
    await milepost.http.post('/api/v1/targets/coverage/changes').send(EXTENDED).expect(401);
  });

  it('answers differently for two days, two sizes and two public days', async () => {
    const before = await size();
    await seen(await change('coverage', EXTENDED).expect(201));
    expect((await target('asOf=2023-07-09')).deadline.value?.on).toBe('2025-03');
    expect((await target('asOf=2023-07-10')).deadline.value?.on).toBe('2026-03');
    expect((await target(`asOf=2023-07-10&recordedBy=size:${before}`)).deadline.value?.on).toBe('2025-03');
    expect((await target('asOf=2023-07-10&publicBy=2023-07-11')).deadline.value?.on).toBe('2025-03');
    expect((await target('asOf=2023-07-10&publicBy=2023-07-12')).deadline.value?.on).toBe('2026-03');
    await milepost.http.get('/api/v1/targets/coverage?asOf=2022-05-31').expect(404);
    await milepost.http.get('/api/v1/targets/coverage/case-file?asOf=2023-07-09').expect(404);
    await milepost.http.get(`/api/v1/targets/coverage/case-file?asOf=2023-07-10&recordedBy=size:${before}`).expect(404);
    await milepost.http.get('/api/v1/targets/coverage/case-file?asOf=2023-07-10&publicBy=2023-07-11').expect(404);
    await milepost.http.get('/api/v1/targets/coverage/case-file?asOf=2023-07-10').expect(200);
  });

  it('says what is still needed, as a range while trusts are not known', async () => {
    const { against } = await target('asOf=2024-02-01');
    expect(against).toMatchObject({ needed: 3, stillNeeded: { low: 0, high: 2 } });
  });

  it('makes the case of the extension from what was recorded, and takes back what is retracted', async () => {
    const { changes } = await target('asOf=2024-01-01');
    expect(changes.map(({ extension }) => extension)).toEqual([false, true]);
    expect(changes[1]?.decision).toMatchObject({
      authority: 'The programme board',
      conditions: ['A report each quarter'],
    });
    const path = '/api/v1/targets/coverage/case-file?asOf=2024-01-01';
    const read = async () => bodyOf<{ caseFile: CaseFile }>(await milepost.http.get(path).expect(200)).caseFile;
    const file = await read();
    expect(file.established[0]?.sentence).toContain('was moved from March 2025 to March 2026');
    expect(file.informed).toMatchObject({ basis: 'said', counted: 3, trusts: [{ ods: 'RQ1' }] });
    expect(file.notKnown.map(({ id }) => id)).toEqual(['when-decided', 'condition-1-kept']);

    const [, extension] = changes;
    const document = { sha256: 'a'.repeat(64), bytes: 10, mediaType: 'application/pdf' };
    const evidence = await milepost.http
      .post(`/api/v1/facts/${extension?.fact ?? ''}/evidence`)
      .auth(programme, { type: 'bearer' })
      .send({ documents: [document], answers: 'when-decided' })
      .expect(201);
    await seen(evidence);
    const answered = (await read()).notKnown.map(({ answeredBy }) => answeredBy !== null);
    expect(answered).toEqual([true, false]);
    const csv = await milepost.http.get('/api/v1/targets/coverage/case-file.csv?asOf=2024-01-01').expect(200);
    expect(csv.text).toMatch(
      /^question,why,document,holder,state,[^\n]*\r\nOn which day it was decided,[^\n]*,answered,/,
    );

    const retraction = { replaces: extension?.fact, reason: 'It was never announced' };
    await seen(
      await milepost.http
        .post(`/api/v1/facts/${extension?.fact ?? ''}/retraction`)
        .auth(programme, { type: 'bearer' })
        .send(retraction)
        .expect(201),
    );
    await milepost.http.get(path).expect(404);
    expect((await target('asOf=2024-01-01')).deadline.value?.on).toBe('2025-03');
  });

  it('refuses to change what was withdrawn', async () => {
    const withdrawn = { ...DECIDED, type: 'TargetWithdrawn', occurredOn: '2024-05-01' };
    await seen(await change('coverage', withdrawn).expect(201));
    const answer = await change('coverage', EXTENDED).expect(409);
    expect(bodyOf<{ type: string }>(answer).type).toBe('/problems/target-withdrawn');
    expect((await target('asOf=2024-06-01')).status).toBe('withdrawn');
  });
});
