import { Agent, get } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** How long a request takes from asking to the last byte, over one connection that is kept. Rejects unless the answer is 200. */
export function millisecondsOf(port: number, path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    get({ port, path, agent, host: '127.0.0.1', headers }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 200) resolve(performance.now() - begun);
        else reject(new Error(`${path} was answered with ${answer.statusCode}.`));
      });
    }).once('error', reject);
  });
}
