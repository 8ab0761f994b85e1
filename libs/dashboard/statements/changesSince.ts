import type { CountedStep } from '@milepost/views';
import { dayInWords } from '../format/dayInWords';
import type { Link } from '../pages/pageView';
import type { PageLink } from '../visit/pageLink';

/** Every opening and closing that changed the count, with its day; each leads to its trust. */
export function changesSince(steps: readonly CountedStep[], link: PageLink): readonly Link[] {
  return steps.flatMap(({ day, opened, closed }) => [
    ...opened.map(({ ods, name }) => ({ text: `${name} opened on ${dayInWords(day)}`, href: link(`/trusts/${ods}`) })),
    ...closed.map(({ ods, name, successors }) => ({
      // A life's last day is counted, the day after it is not.
      text: `${name} closed on ${dayInWords(day - 1)}${successors.length === 0 ? '' : `, succeeded by ${successors.join(' and ')}`}`,
      href: link(`/trusts/${ods}`),
    })),
  ]);
}
