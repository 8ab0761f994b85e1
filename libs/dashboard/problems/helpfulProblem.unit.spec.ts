import { Problem } from '@milepost/platform';
import { helpfulProblem } from './helpfulProblem';

const problem = (slug: string, more: object = {}) =>
  new Problem({ slug, title: 'A title', status: 404, detail: 'A detail.', ...more });

function linksOf(told: Problem): readonly string[] {
  return (told.extensions['links'] as readonly { href: string }[]).map(({ href }) => href);
}

describe('what a page says of what stood in its way', () => {
  it('leads on from a page that is not there', () => {
    expect(linksOf(helpfulProblem(problem('not-found'), '', '/nothing'))).toEqual(['/trusts', '/statements']);
    expect(linksOf(helpfulProblem(problem('not-found'), '', '/trusts?page=9&search=x'))).toEqual(['/trusts?search=x']);
  });

  it('leads out of a position at which something is missing, below the base path however the address came', () => {
    for (const address of ['/trusts/RXX?publicBy=2020-01-01', '/demonstration/trusts/RXX?publicBy=2020-01-01']) {
      expect(linksOf(helpfulProblem(problem('unknown-trust'), '/demonstration', address))).toEqual([
        '/demonstration/trusts/RXX',
        '/demonstration/trusts',
      ]);
    }
    for (const address of ['/trusts/RXX', '/trusts/RXX?asOf=2020-01-01']) {
      expect(linksOf(helpfulProblem(problem('unknown-trust'), '', address))).toEqual(['/trusts']);
    }
  });

  it('takes the parameter out that cannot be read, and keeps the others', () => {
    const told = helpfulProblem(
      problem('unknown-parameter', { errors: [{ parameter: 'asof', detail: 'A detail.' }] }),
      '',
      '/trusts?asof=x&search=a+b&asOf=2026-03-31',
    );
    expect(linksOf(told)).toEqual(['/trusts?search=a+b&asOf=2026-03-31']);
    expect(told.detail).toBe('A detail.');
  });

  it('tells of a view that stopped in people’s words, and leads to the last position that is whole', () => {
    const halted = problem('view-halted', { status: 503, extensions: { sequence: '12' } });
    const told = helpfulProblem(halted, '', '/trusts?asOf=2026-03-31');
    expect(told.title).toBe('The newest entries cannot be shown');
    expect(linksOf(told)).toEqual(['/trusts?asOf=2026-03-31&recordedBy=size%3A12']);
    expect(linksOf(helpfulProblem(problem('view-halted'), '', '/trusts'))).toEqual([]);
  });

  it('leaves a problem as it is that brings its own ways on, or of which it knows nothing', () => {
    const own = problem('unknown-trust', { extensions: { links: [{ text: 'Sign in', href: '/sign-in' }] } });
    expect(helpfulProblem(own, '', '/trusts/X')).toBe(own);
    for (const slug of ['toString', 'something-new']) {
      const unknown = problem(slug);
      expect(helpfulProblem(unknown, '', '/')).toBe(unknown);
    }
  });
});
