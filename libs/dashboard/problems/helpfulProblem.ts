import { Problem } from '@milepost/platform';
import type { Link } from '../pages/pageView';
import { addressParts } from '../visit/addressParts';
import { MOMENT_PARAMETERS } from '../visit/readQuery';

/** Where the page that could not be shown stands: everything that its ways on are made from. */
interface Place {
  readonly basePath: string;
  /** Below the base path. */
  readonly path: string;
  readonly query: URLSearchParams;
}

interface Help {
  readonly title?: string;
  readonly detail?: string;
  readonly links: readonly Link[];
}

/**
 * A problem as its page tells it: in people's words where the ones for programs would not help, and with what to do next. Links that a
 * problem brings itself stay.
 * @param address of the page asked for, as it came
 */
export function helpfulProblem(problem: Problem, basePath: string, address: string): Problem {
  const help = Object.hasOwn(HELP, problem.slug) ? HELP[problem.slug] : undefined;
  if (help === undefined || problem.extensions['links'] !== undefined) return problem;
  const { title = problem.title, detail = problem.detail, links } = help(placeOf(basePath, address), problem);
  const { slug, status, errors, retryAfter, extensions, cause } = problem;
  return new Problem({
    slug,
    title,
    status,
    detail,
    errors,
    cause,
    extensions: { ...extensions, links },
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

const HELP: Readonly<Record<string, (place: Place, problem: Problem) => Help>> = {
  'not-found': (place) => ({
    links: place.query.has('page')
      ? [without(place, ['page'], 'See the first page of this list')]
      : [door(place, '/trusts', 'Find a trust'), door(place, '/statements', 'See public claims')],
  }),
  'unknown-trust': (place) => ({
    // A day hides no trust: it shows as not yet open, or closed.
    links: [
      ...withEverything(place, ['publicBy', 'recordedBy']),
      door(place, '/trusts', 'Search for a trust by its name'),
    ],
  }),
  'unknown-statement': (place) => ({
    links: [...withEverything(place), door(place, '/statements', 'See all public claims')],
  }),
  'unknown-target': (place) => ({
    links: [...withEverything(place), door(place, '/targets', 'See all targets')],
  }),
  'no-case-file': (place) => ({
    links: [...withEverything(place), door(place, '/targets', 'See all targets')],
  }),
  'unknown-entry': (place) => ({ links: [door(place, '/audit', 'See all entries')] }),
  'unknown-metric': (place) => ({ links: [door(place, '/figures/in-scope', 'See the trusts counted')] }),
  'unknown-parameter': (place, { errors }) => ({
    title: 'The address cannot be read',
    links: [
      without(
        place,
        errors.flatMap(({ parameter }) => parameter ?? []),
        'See this page without it',
      ),
    ],
  }),
  'invalid-moment': (place) => ({
    title: 'There is no such position',
    links: [without(place, MOMENT_PARAMETERS, 'See this page with everything recorded here')],
  }),
  'not-yet-recorded': (place) => ({
    title: 'This position is still to come',
    detail:
      'The address asks for what Milepost held at a time, or after a number of entries, that it has not reached yet.',
    links: [without(place, MOMENT_PARAMETERS, 'See this page with everything recorded here')],
  }),
  'view-halted': (place, { extensions: { sequence } }) => ({
    title: 'The newest entries cannot be shown',
    detail:
      'Part of Milepost could not take in an entry, and shows nothing newer rather than something wrong. What is recorded is safe. Whoever runs this Milepost has to act.',
    links: typeof sequence === 'string' ? [before(place, sequence)] : [],
  }),
  'views-behind': (place) => ({ links: [again(place)] }),
  starting: (place) => ({ links: [again(place)] }),
  'internal-error': (place) => ({ links: [again(place)] }),
};

function placeOf(basePath: string, address: string): Place {
  const { path: sent, query } = addressParts(address);
  const below = basePath !== '' && sent.startsWith(`${basePath}/`) ? sent.slice(basePath.length) : sent;
  // In a link // would begin another host.
  return { basePath, path: below.replace(/^\/+/, '/'), query };
}

function door({ basePath }: Place, path: string, text: string): Link {
  return { text, href: `${basePath}${path}` };
}

function again(place: Place): Link {
  return { text: 'Load this page again', href: addressOf(place, place.query) };
}

function without(place: Place, parameters: readonly string[], text: string): Link {
  const query = new URLSearchParams(place.query);
  for (const parameter of parameters) query.delete(parameter);
  return { text, href: addressOf(place, query) };
}

/** Only for a position that something may be missing from. */
function withEverything(place: Place, narrowing: readonly string[] = MOMENT_PARAMETERS): readonly Link[] {
  if (!narrowing.some((parameter) => place.query.has(parameter))) return [];
  return [without(place, MOMENT_PARAMETERS, 'See this page with everything recorded here')];
}

function before(place: Place, sequence: string): Link {
  const query = new URLSearchParams(place.query);
  query.set('recordedBy', `size:${sequence}`);
  return { text: 'See this page as it was before that entry', href: addressOf(place, query) };
}

function addressOf({ basePath, path }: Place, query: URLSearchParams): string {
  const text = query.toString();
  return `${basePath}${path}${text === '' ? '' : `?${text}`}`;
}
