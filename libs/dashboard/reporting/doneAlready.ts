import { Problem } from '@milepost/platform';
import type { FormVisit } from '../forms/formVisit';
import type { Link } from '../pages/pageView';
import type { FactNow, Version } from './factNow';
import { recordedBy } from './sides';

/** What was done before a form could do it, in words. */
interface Done {
  readonly slug: string;
  readonly title: string;
  /** Who did it and when follows: `It was taken back`. */
  readonly how: string;
  /** `so there is nothing to correct, retract or dispute` */
  readonly so: string;
  /** What its entry is, after its number: `the retraction`. */
  readonly entry: string;
  /** What can be done instead. */
  readonly instead?: Link | undefined;
}

/** What a form would do is done already, by the same form or by somebody else: by whom, when and why, and where to read it. */
export function doneAlready(
  { context }: FormVisit,
  { ods }: FactNow,
  { sequence, recordedAt, reason }: Pick<Version, 'sequence' | 'recordedAt' | 'reason'>,
  { slug, title, how, so, entry, instead }: Done,
): Problem {
  const { basePath } = context;
  const why = reason === undefined ? '' : ` The reason given: ${reason}`;
  return new Problem({
    slug,
    title,
    status: 409,
    detail: `${how} ${recordedBy(context.reader(), { sequence, recordedAt })}, ${so}.${why}`,
    extensions: {
      links: [
        { text: `Entry ${sequence}: ${entry}`, href: `${basePath}/entries/${sequence}` },
        ...(instead ? [instead] : []),
        ...(ods === undefined ? [] : [{ text: 'The trust’s page', href: `${basePath}/trusts/${ods}` }]),
      ],
    },
  });
}
