import { connect, createServer } from 'node:net';
import { FrontDoor } from './frontDoor';

describe('the front door', () => {
  const doors: FrontDoor[] = [];
  const open = async () => {
    const door = new FrontDoor();
    doors.push(door);
    return { door, url: `http://127.0.0.1:${await door.listen(0, '127.0.0.1')}` };
  };
  const raw = async (url: string, request: string): Promise<string> => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(request);
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    return answer;
  };
  afterEach(async () => {
    await Promise.all(doors.splice(0).map((door) => door.close()));
  });
  const say = (basePath: string) => ({
    basePath,
    handle: (request: { url?: string | undefined }, response: { end(text: string): void }) =>
      response.end(`${basePath} ${request.url ?? ''}`),
  });

  it('shows people that it starts, and lets programs wait for the answer', async () => {
    const { door, url } = await open();
    const page = await fetch(url, { headers: { Accept: 'text/html' } });
    expect(await page.text()).toContain('Milepost is starting');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const waiting = fetch(`${url}/api/v1/trusts`);
    door.mount([say('')]);
    expect(await (await waiting).text()).toBe(' /api/v1/trusts');
  });

  it('hands each request to the application with the longest base path that it is below', async () => {
    const { door, url } = await open();
    door.mount([say(''), say('/demonstration'), say('/demonstration/old')]);
    const answer = async (path: string) => (await fetch(url + path)).text();
    await expect(answer('/trusts?x=1')).resolves.toBe(' /trusts?x=1');
    await expect(answer('/demonstration')).resolves.toBe('/demonstration /');
    await expect(answer('/demonstration?x=1')).resolves.toBe('/demonstration /?x=1');
    await expect(answer('/demonstration/old/a')).resolves.toBe('/demonstration/old /a');
    await expect(answer('/demonstrations')).resolves.toBe(' /demonstrations');
  });

  it.each([
    ['http://elsewhere.example/trusts?x=http://y/', ' /trusts?x=http://y/'],
    ['HTTPS://elsewhere.example:8443/demonstration/a', '/demonstration /a'],
    ['http://elsewhere.example', ' /'],
    ['http://elsewhere.example?x=1', ' /?x=1'],
  ])('takes %s, as proxies are asked', async (target, answer) => {
    const { door, url } = await open();
    door.mount([say(''), say('/demonstration')]);
    expect(await raw(url, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toContain(answer);
  });

  it('says what to do about an address that is too long', async () => {
    const { url } = await open();
    const answer = await raw(url, `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(answer).toContain('HTTP/1.1 431');
    expect(answer).toContain('Shorten the address');
  });

  it('says that no ledger is at an address below no base path', async () => {
    const { door, url } = await open();
    door.mount([say('/only')]);
    const answer = await fetch(`${url}/other`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ type: '/problems/not-found' });
  });

  it('says what is in the way of listening', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    await expect(new FrontDoor().listen(port, '127.0.0.1')).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
    await expect(new FrontDoor().listen(0, '203.0.113.1')).rejects.toThrow(
      'HOST 203.0.113.1 is no address of this machine',
    );
    taken.close();
  });

  it('ends though a client does not', async () => {
    const { door, url } = await open();
    door.mount([{ basePath: '', handle: (_, response) => void response.write('and so on') }]);
    const endless = await fetch(url);
    await door.close();
    await expect(endless.text()).rejects.toThrow();
  });
});
