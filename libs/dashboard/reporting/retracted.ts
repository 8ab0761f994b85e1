import { Problem } from '@milepost/platform';
import type { FormVisit } from '../forms/formVisit';
import type { FactNow } from './factNow';
import { recordedBy } from './sides';

/** A fact that was taken back: by whom, when and why, and where to read it. */
export function retracted({ context }: FormVisit, { retraction: last, ods }: FactNow): Problem {
  const why = last?.reason === undefined ? '' : ` The reason given: ${last.reason}`;
  const { basePath } = context;
  return new Problem({
    slug: 'fact-retracted',
    title: 'This entry was retracted',
    status: 409,
    detail: `It was taken back${last ? ` ${recordedBy(context.reader(), last)}` : ''}, so there is nothing to correct, retract or dispute.${why}`,
    extensions: {
      links: [
        ...(last
          ? [{ text: `Entry ${last.sequence}: the retraction`, href: `${basePath}/entries/${last.sequence}` }]
          : []),
        ...(ods === undefined ? [] : [{ text: 'The trust’s page', href: `${basePath}/trusts/${ods}` }]),
      ],
    },
  });
}
