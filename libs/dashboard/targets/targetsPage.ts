import { extendedTargets, targetsAt } from '@milepost/views';
import type { TargetView } from '@milepost/views';
import { countOf } from '../format/countOf';
import { dayInWords } from '../format/dayInWords';
import type { PageView } from '../pages/pageView';
import { notes } from '../pages/table';
import type { Table } from '../pages/table';
import { downloads } from '../visit/downloads';
import type { Visit } from '../visit/visit';
import { caseFileDoors } from './caseFileDoors';
import { neededCell } from './neededCell';
import { dateOnDay, shareOnDay, targetName, targetPath } from './targetWords';

const MOST = '500';

/** Every target that was announced by the day, with the end of the programme among them. */
export function targetsPage(visit: Visit): PageView {
  const { questions, moment, link } = visit;
  const targets = targetsAt(questions, moment);
  return {
    template: 'targets/targets.njk',
    title: 'Targets and deadlines',
    trail: [{ text: 'Milepost', href: link('/') }],
    page: {
      day: dayInWords(moment.asOf),
      doors: caseFileDoors(extendedTargets(questions, moment), link),
      table: targets.length === 0 ? undefined : tableOf(targets, visit),
      downloads: downloads(visit, '/api/v1/targets', { limit: MOST }),
    },
  };
}

function tableOf(targets: readonly TargetView[], { link, moment }: Visit): Table {
  const address = link('/api/v1/targets', { limit: MOST });
  return {
    caption: `Targets as announced by ${dayInWords(moment.asOf)}`,
    captionHidden: true,
    head: [{ text: 'Target' }, { text: 'Share' }, { text: 'Date', short: true }, { text: 'Still needed' }],
    rows: targets.map((target, index) => ({
      cells: [
        {
          text: targetName(target),
          href: link(targetPath(target.id)),
          notes: notes(target.state.wording.value, changesOf(target)),
        },
        { text: target.kind === 'programme-end' ? 'Not applicable' : shareOnDay(target.state) },
        {
          text: dateOnDay(target.state),
          notes: notes(target.steps.some(({ extension }) => extension) ? 'Moved' : undefined),
        },
        neededCell(target, link, address, `/items/${index}`),
      ],
      ...(target.status === 'withdrawn' ? { mark: 'Withdrawn' } : {}),
    })),
  };
}

function changesOf({ steps }: TargetView): string {
  return steps.length < 2 ? 'Not changed since it was announced' : `Changed ${countOf(steps.length - 1, 'time')}`;
}
