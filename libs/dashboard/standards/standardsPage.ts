import { parseDay } from '@milepost/domain';
import type { StandardVersion } from '@milepost/domain';
import type { StandardView } from '@milepost/views';
import { dayInWords } from '../format/dayInWords';
import type { PageView } from '../pages/pageView';
import { notes } from '../pages/table';
import type { Table } from '../pages/table';
import { downloads } from '../visit/downloads';
import type { PageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { standardPath } from './standardPath';

/** Standards, and the illustrations that come with Milepost, apart: an illustration is no standard of anybody's. */
export function standardsPage(visit: Visit): PageView {
  const { questions, moment, link } = visit;
  const all = questions.standards.all(moment);
  const ofPurpose = (purpose: string): Table | undefined => {
    const standards = all.filter((one) => shown(one).definition.purpose === purpose);
    return standards.length === 0 ? undefined : tableOf(standards, purpose, link);
  };
  return {
    template: 'standards/standards.njk',
    title: 'Standards',
    trail: [{ text: 'Milepost', href: link('/') }],
    page: {
      day: dayInWords(moment.asOf),
      standards: ofPurpose('standard'),
      illustrations: ofPurpose('illustration'),
      downloads: downloads(visit, '/api/v1/standards', {}),
    },
  };
}

/** The version in force, or else the one published last. */
const shown = ({ inForce, versions }: StandardView): StandardVersion => inForce ?? (versions.at(-1) as StandardVersion);

function tableOf(standards: readonly StandardView[], purpose: string, link: PageLink): Table {
  return {
    caption: purpose === 'standard' ? 'Standards' : 'Illustrations',
    captionHidden: true,
    head: [{ text: 'Name' }, { text: 'Version', short: true }, { text: 'In force' }],
    rows: standards.map((standard) => {
      const { definition } = shown(standard);
      const from = dayInWords(parseDay(definition.effectiveFrom) ?? 0);
      return {
        cells: [
          {
            text: definition.title,
            href: link(standardPath(standard.id)),
            notes: notes(standard.shipped ? 'Comes with Milepost' : undefined),
          },
          { text: definition.version },
          { text: standard.inForce ? `From ${from}` : 'Not in force on this day' },
        ],
      };
    }),
  };
}
