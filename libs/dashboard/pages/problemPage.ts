import type { Problem } from '@milepost/platform';
import type { Link, PageView } from './pageView';

/** What stood in the way, and what to do about it. */
export function problemPage(problem: Problem, requestId: string | undefined, home: string): PageView {
  const { title, detail, errors, status, slug } = problem;
  return {
    template: 'problem.njk',
    title,
    trail: [{ text: 'Milepost', href: home }],
    page: {
      title,
      detail,
      // A single error that only repeats the detail adds nothing.
      errors: errors.map((error) => error.detail).filter((text) => text !== detail),
      signIn: status === 401,
      // A view that stopped does not go on by itself.
      retry: status === 503 && slug !== 'view-halted',
      links: linksIn(problem.extensions),
      requestId: status >= 500 ? requestId : undefined,
      slug,
      home,
    },
  };
}

/** Where a problem of a page leads: its own `links`, below the site's addresses. */
function linksIn({ links }: Problem['extensions']): readonly Link[] {
  return Array.isArray(links) ? (links as readonly Link[]) : [];
}
