import type { KnownProblem } from './knownProblems';
import type { PageView } from './pageView';

/** The page at a problem's `type`: what it means, and what to do. */
export function knownProblemPage(problem: KnownProblem, home: string): PageView {
  return {
    template: 'knownProblem.njk',
    title: problem.title,
    trail: [{ text: 'Milepost', href: home }],
    page: problem,
  };
}
