import { formatDay } from '@milepost/domain';
import type { Moment } from '@milepost/views';
import { pageLink } from '../visit/pageLink';
import type { PageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';

/** The moment of a history that is shown whole: up to today, or to the day asked about where that is later; the other two coordinates stay. */
export function wholeRecord({ moment, today }: Visit): Moment {
  return { ...moment, asOf: Math.max(moment.asOf, today) };
}

/** Links to answers about the whole of a history, at the moment that it is shown for. */
export function wholeRecordLink(visit: Visit): PageLink {
  const { context, asked } = visit;
  return pageLink(context.basePath, { ...asked, asOf: formatDay(wholeRecord(visit).asOf) });
}
