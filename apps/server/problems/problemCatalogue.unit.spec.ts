import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEM_CATALOGUE } from './problemCatalogue';

const ROOT = join(__dirname, '..', '..', '..');

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.spec.') && !name.includes('problemCatalogue'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'));
}

const named = (folders: readonly string[], form: RegExp): readonly string[] => {
  const found = folders.flatMap(sourcesBelow).flatMap((text) => [...text.matchAll(form)].map(([, slug]) => slug ?? ''));
  return [...new Set(found)].sort();
};

describe('the catalogue of problems', () => {
  const slugs = named(['apps/server', 'libs/access', 'libs/views', 'libs/public-record'], /slug: '([a-z-]+)'/g);
  const rules = named(['libs/domain'], /rule(?:: ?| = (?:.*\? )?)'([a-z-]+)'/g);
  const types = named(['apps/server/http'], /'\/problems\/([a-z-]+)'/g);

  it('finds what it looks for in the sources', () => {
    expect(slugs).toContain('store-unavailable');
    expect(rules).toContain('epr-step-contradicts');
    expect(types).toContain('broken-http');
  });

  it.each([...slugs, ...rules, ...types])('says what to do about %s', (slug) => {
    expect(PROBLEM_CATALOGUE[slug]?.text).toMatch(/^[A-Z].*\.$/);
  });
});
