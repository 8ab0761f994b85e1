import supertest from 'supertest';
import { bodyOf } from '../testing/bodyOf';
import { testServer } from '../testing/testServer';
import type { TestServer } from '../testing/testServer';

const HOSTILE = '<script>alert("x")</script>';

describe('reinstating an entry and settling a dispute by form', () => {
  let milepost: TestServer;
  let reporter: Person;
  let programme: Person;
  let other: Person;

  beforeAll(async () => {
    milepost = await testServer();
    await milepost.register(['RXX', 'RYY']);
    reporter = await signedIn({ role: 'reporter', trusts: ['RXX'] });
    other = await signedIn({ role: 'reporter', trusts: ['RYY'] });
    programme = await signedIn({ role: 'programme' });
  }, 60_000);
  afterAll(() => milepost.stop());

  interface Form {
    readonly status: number;
    readonly to: string | undefined;
    readonly text: string;
    readonly hidden: Readonly<Record<string, string>>;
  }
  interface Person {
    get(address: string): Promise<Form>;
    post(address: string, fields: object): Promise<Form>;
  }

  async function signedIn(order: object): Promise<Person> {
    const issued = await milepost.http
      .post('/api/v1/tokens/links')
      .auth(milepost.administrator(), { type: 'bearer' })
      .send(order)
      .expect(201);
    const { link } = bodyOf<{ link: string }>(issued);
    const browser = supertest.agent(milepost.url);
    const opened = shown(await browser.get(link.replace(/^http:\/\/[^/]+/, '')));
    const code = new URL(link).searchParams.get('code') ?? '';
    await browser.post('/sign-in').type('form').send({ csrf: opened.hidden['csrf'], code }).expect(303);
    const csrf = /name="csrf" value="([^"]+)"/.exec((await browser.get('/sign-in')).text)?.[1] ?? '';
    return {
      get: async (address) => shown(await browser.get(address)),
      post: async (address, fields) =>
        shown(
          await browser
            .post(address)
            .type('form')
            .send({ csrf, ...fields }),
        ),
    };
  }

  function shown({ status, text, headers }: supertest.Response): Form {
    const hidden = [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
    return {
      status,
      to: (headers as Record<string, string | undefined>)['location'],
      text: text.replace(/\s+/g, ' '),
      hidden: Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescaped(value)])),
    };
  }

  function unescaped(text: string): string {
    const characters: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };
    return text.replace(/&(\w+|#39);/g, (whole, name: string) => characters[name] ?? whole);
  }

  /** Opens a form, fills it in, checks it and sends it; the entry that it leads to, and what was sent for good. */
  async function done(person: Person, address: string, typed: object) {
    const answers = { public: 'today', ...typed };
    const { csrf: _csrf, ...carried } = (await person.get(address)).hidden;
    const { csrf: _again, ...checked } = (await person.post(address, { ...carried, ...answers, step: 'check' })).hidden;
    const sent = { ...checked, step: 'confirm' };
    const { to = '' } = await person.post(address, sent);
    return { to, sent, page: await person.get(to) };
  }

  let systems = 0;
  async function reported(): Promise<string> {
    systems += 1;
    const answer = await milepost.http
      .post('/api/v1/trusts/RXX/milestones')
      .auth(await milepost.token('programme'), { type: 'bearer' })
      .send({ type: 'EprWentLive', deployment: `rxx-${systems}`, occurredOn: '2024-03-02', precision: 'day' })
      .expect(201);
    const { fact, token } = bodyOf<{ fact: string; token: string }>(answer);
    await milepost.http.get(`/api/v1/facts/${fact}`).set('Milepost-After', token).expect(200);
    return fact;
  }

  const links = (form: Form): readonly string[] =>
    [...form.text.matchAll(/<a class="nhsuk-link" href="[^"]*\/facts\/[^"]*">(\w+ (?:the \w+ in )?entry) \d+</g)].map(
      ([, words = '']) => words,
    );
  const size = async (): Promise<string> =>
    bodyOf<{ moment: { size: string } }>(await milepost.http.get('/api/v1/entries?limit=1')).moment.size;
  const disputeIn = (form: Form): string => /disputes\/([0-9a-f-]{36})\/settle/.exec(form.text)?.[1] ?? '';

  it('takes a retraction back, beside what was retracted, and offers what can be said next', async () => {
    const fact = await reported();
    const retracted = await done(reporter, `/facts/${fact}/retract`, { why: 'Never happened' });
    expect(links(retracted.page)).toEqual(['Reinstate entry']);
    expect(
      links(await reporter.get(retracted.to.replace(/entries\/\d+/, `entries/${entryOf(retracted.page)}`))),
    ).toEqual(['Reinstate entry']);
    expect(links(await other.get(retracted.to))).toEqual([]);
    const form = await reporter.get(`/facts/${fact}/reinstate`);
    expect(form.text).toContain('The reason given: Never happened');
    const empty = await reporter.post(`/facts/${fact}/reinstate`, { step: 'check' });
    expect([empty.status, empty.text]).toEqual([
      400,
      expect.stringContaining('href="#why">Enter why this entry is right'),
    ]);
    const reinstated = await done(reporter, `/facts/${fact}/reinstate`, { why: HOSTILE });
    expect(reinstated.page.text).toContain('The entry is reinstated');
    expect(reinstated.page.text).toContain('&lt;script&gt;');
    expect(reinstated.page.text).not.toContain(HOSTILE);
    expect(reinstated.page.text).toMatch(/Recorded in error.*No longer in effect.*Replaced by entry \d+/);
    expect(links(reinstated.page)).toEqual(['Correct entry', 'Retract entry', 'Dispute entry']);
  });

  /** The entry that a retraction took back, as its page names it. */
  function entryOf({ text }: Form): string {
    return /Reinstate entry (\d+)/.exec(text)?.[1] ?? '';
  }

  it('leads to the same entry where a form is sent for good twice, one after the other or at once', async () => {
    const fact = await reported();
    for (const mark of ['retract', 'reinstate']) {
      const { to, sent } = await done(reporter, `/facts/${fact}/${mark}`, { why: 'So it is' });
      const before = await size();
      const again = await Promise.all([1, 2].map(() => reporter.post(`/facts/${fact}/${mark}`, sent)));
      expect(again.map((answer) => answer.to)).toEqual([to, to]);
      expect(await size()).toBe(before);
    }
    const disputed = await done(reporter, `/facts/${fact}/dispute`, { grounds: 'Not so' });
    const settle = `/facts/${fact}/disputes/${disputeIn(await programme.get(disputed.to))}/settle`;
    const { to, sent } = await done(programme, settle, { outcome: 'It is so' });
    expect((await programme.post(settle, sent)).to).toBe(to);
  });

  it('says by whom, when and why it was done where somebody else was faster, and records nothing', async () => {
    const fact = await reported();
    const reinstate = `/facts/${fact}/reinstate`;
    const early = await reporter.get(reinstate);
    expect([early.status, early.text]).toEqual([409, expect.stringContaining('This entry is in effect')]);
    await done(reporter, `/facts/${fact}/retract`, { why: 'Never happened' });
    const { csrf: _csrf, ...opened } = (await reporter.get(reinstate)).hidden;
    await done(programme, reinstate, { why: 'The board’s paper says so' });
    const before = await size();
    const typed = { ...opened, why: 'Mine', public: 'today' };
    for (const step of ['check', 'confirm']) {
      const late = await reporter.post(reinstate, { ...typed, step });
      expect(late.status).toBe(409);
      expect(late.text).toContain('What is in effect now was recorded by the programme office on');
      expect(late.text).toContain('The board’s paper says so');
    }
    expect(await size()).toBe(before);
    await done(programme, `/facts/${fact}/retract`, { why: 'After all not' });
    const conflict = await reporter.post(reinstate, { ...typed, step: 'confirm' });
    expect([conflict.status, conflict.text]).toEqual([
      409,
      expect.stringContaining('Somebody changed this entry while you were here'),
    ]);
    expect(conflict.text).toContain('The reason given: After all not');
    expect(conflict.hidden).toMatchObject({ why: 'Mine', public: 'today' });
    const { csrf: _other, ...kept } = conflict.hidden;
    expect((await reporter.post(reinstate, { ...kept, step: 'confirm' })).to).toMatch(/^\/entries\/\d+\?recorded=yes/);
  });

  it('settles one dispute of several, for the programme office alone', async () => {
    const fact = await reported();
    const first = await done(reporter, `/facts/${fact}/dispute`, { grounds: HOSTILE });
    await done(reporter, `/facts/${fact}/dispute`, { grounds: 'The other one' });
    expect(links(first.page)).toEqual([]);
    const seen = await programme.get(first.to);
    expect(links(seen)).toEqual(['Settle the dispute in entry']);
    const settle = `/facts/${fact}/disputes/${disputeIn(seen)}/settle`;
    const refused = await reporter.get(settle);
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('who does not settle disputes')]);
    expect((await programme.get(settle)).text).toContain('The grounds given: &lt;script&gt;');
    const empty = await programme.post(settle, { step: 'check', public: 'today' });
    expect([empty.status, empty.text]).toEqual([400, expect.stringContaining('href="#outcome">Enter what came of')]);
    const settled = await done(programme, settle, { outcome: 'The paper was found' });
    expect(settled.page.text).toContain('The dispute is settled');
    expect(settled.page.text).toMatch(/Dispute settled.*Reason: The paper was found/);
    expect(links(await programme.get(first.to))).toEqual([]);
    expect((await programme.get(first.to)).text).toMatch(/Settled by entry \d+/);
    const read = await milepost.http.get('/api/v1/trusts/RXX/timeline').expect(200);
    const shownNow = bodyOf<{ items: { fact: string; disputed: boolean }[] }>(read).items;
    expect(shownNow.find((one) => one.fact === fact)).toMatchObject({ disputed: true });
    const late = await programme.post(settle, { outcome: 'Again', public: 'today', step: 'check' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('The paper was found')]);
  });

  it.each(['reinstate', 'disputes/00000000-0000-4000-8000-000000000000/settle'])(
    'has no form at %s of a fact that is not there',
    async (form) => {
      expect((await programme.get(`/facts/00000000-0000-4000-8000-000000000000/${form}`)).status).toBe(404);
      const fact = await reported();
      expect((await programme.get(`/facts/${fact}/disputes/${fact}/settle`)).status).toBe(404);
    },
  );
});
