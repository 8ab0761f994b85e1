import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

/** Taken for work that has begun and is not in the sources yet: signing in by a cookie, charts made on the server. */
const AWAITED = ['cookie-parser', '@observablehq/plot', 'linkedom'];

const sources = ['apps', 'libs']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(ROOT, folder, name)),
  )
  .filter((name) => /\.(ts|njk)$/.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n');

it('every package that an installation needs is used by some source', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const isUsed = (name: string) => new RegExp(`['"/]${name}['"/]`).test(sources);
  expect(Object.keys(dependencies).filter((name) => !isUsed(name) && !AWAITED.includes(name))).toEqual([]);
});
