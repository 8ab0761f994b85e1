import type { Day } from '@milepost/domain';
import type { TrustRow } from '@milepost/views';
import { dayInWords } from '../format/dayInWords';
import { dayRangeInWords } from '../format/dayRangeInWords';

/** What a list says of a trust that was not simply there on the day: closed, closing, not yet open, in Wales, not counted for certain. */
export function trustLife({ opened, closed, country, scope }: TrustRow, day: Day): readonly string[] {
  return [
    ...(country === 'Wales' ? ['in Wales, not counted'] : []),
    ...(opened && opened.earliest > day ? [`opens ${windowInWords(opened)}`] : []),
    ...(closed ? [`${closed.latest < day ? 'closed' : 'last day'} ${windowInWords(closed)}`] : []),
    ...(scope === 'not-known' ? ['whether it was counted is not known'] : []),
  ];
}

/** The days between which a life began or ended; a day where it is one. */
export function windowInWords({ earliest, latest }: { readonly earliest: Day; readonly latest: Day }): string {
  if (!Number.isFinite(latest))
    return Number.isFinite(earliest) ? `on or after ${dayInWords(earliest)}` : 'on a day not known';
  if (!Number.isFinite(earliest)) return `on or before ${dayInWords(latest)}`;
  return earliest === latest ? dayInWords(latest) : `between ${dayRangeInWords(earliest, latest, 'and')}`;
}
