import { pageProblemOf } from './pageProblemOf';

const named = (name: string): Error => Object.assign(new Error('of another room'), { name });

describe('an error of another room, on a page', () => {
  it.each([
    ['OutcomeUnknown', 503, 'outcome-unknown', 'recorded once at most'],
    ['WrongRevision', 409, 'written-meanwhile', 'Nothing of what you sent was recorded'],
    ['StoreUnavailable', 503, 'store-unavailable', 'event store is away'],
    ['ViewsBehind', 503, 'views-behind', 'being worked in'],
  ])('%s is told as what it is', (name, status, slug, sentence) => {
    const problem = pageProblemOf(named(name), '/');
    expect(problem).toMatchObject({ status, slug });
    expect(problem.detail).toContain(sentence);
  });

  it('claims nothing of what was recorded where it was not foreseen', () => {
    const problem = pageProblemOf(named('constructor'), '/');
    expect(problem).toMatchObject({ status: 500, slug: 'internal-error' });
    expect(problem.detail).not.toMatch(/nothing/i);
  });
});
