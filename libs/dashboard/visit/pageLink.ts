import type { AskedMoment } from '@milepost/views';

/** A link to another page that keeps the moment. `path` begins with a slash and lies below the base path. */
export type PageLink = (path: string, query?: Readonly<Record<string, string | undefined>>) => string;

/** Links below a base path at one moment: the page's own parameters first, then the moment's. */
export function pageLink(basePath: string, moment: AskedMoment): PageLink {
  return (path, query = {}) => {
    const { asOf, publicBy, recordedBy } = moment;
    const all = Object.entries({ ...query, asOf, publicBy, recordedBy }).filter(([, value]) => value !== undefined);
    const text = new URLSearchParams(all as [string, string][]).toString();
    return `${basePath}${path}${text === '' ? '' : `?${text}`}`;
  };
}
