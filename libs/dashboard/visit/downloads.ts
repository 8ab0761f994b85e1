import { formatDay } from '@milepost/domain';
import type { Link } from '../pages/pageView';
import { pageLink } from './pageLink';
import type { Visit } from './visit';

/**
 * What a page shows, as the interface for programs gives it at the very same moment: as a table, and line by line. The moment's size is
 * said, so that the file holds what the page showed, whatever is recorded in between.
 */
export function downloads(
  { context, moment, asked, data }: Visit,
  path: string,
  query: Readonly<Record<string, string | undefined>>,
): readonly Link[] {
  if (data.apiDocument === undefined) return [];
  const { publicBy } = asked;
  const link = pageLink(context.basePath, {
    asOf: formatDay(moment.asOf),
    recordedBy: `size:${moment.size}`,
    publicBy,
  });
  return [
    { text: 'Download as a table (CSV)', href: link(`${path}.csv`, query) },
    { text: 'Download as JSON Lines', href: link(`${path}.jsonl`, query) },
  ];
}
