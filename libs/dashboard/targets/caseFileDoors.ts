import type { TargetView } from '@milepost/views';
import type { Link } from '../pages/pageView';
import type { PageLink } from '../visit/pageLink';
import { caseFilePath, targetName } from './targetWords';

/** The way to the case file of each date that was moved; one alone needs no name. */
export function caseFileDoors(extended: readonly TargetView[], link: PageLink): readonly Link[] {
  return extended.map((target) => ({
    text: extended.length === 1 ? 'Why the deadline moved' : `Why the deadline moved: ${targetName(target)}`,
    href: link(caseFilePath(target.id)),
  }));
}
