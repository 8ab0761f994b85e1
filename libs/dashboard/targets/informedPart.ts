import { formatDay } from '@milepost/domain';
import type { CaseFile, EprStateView, InformedTrust } from '@milepost/views';
import { countOf } from '../format/countOf';
import { dayInWords } from '../format/dayInWords';
import { numberInWords } from '../format/numberInWords';
import { eprCell } from '../pages/eprCell';
import { fromApi } from '../pages/fromApi';
import type { Cell, Table } from '../pages/table';
import { pageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';

/** The state of the trusts at the moment that informed the decision: a sentence in place of a table about which nothing was recorded. */
export interface InformedPart {
  readonly heading: string;
  readonly intro: string;
  readonly sentence: string;
  readonly api: string;
  readonly href: string;
  readonly table: Table | undefined;
}

export function informedPart(
  { informed }: CaseFile,
  address: string,
  { context, asked, link, moment }: Visit,
): InformedPart {
  const { basis, counted, trusts } = informed;
  const day = dayInWords(informed.moment.asOf);
  const silent = counted - trusts.length;
  const asOf = formatDay(informed.moment.asOf);
  const { publicBy } = informed.moment;
  const then = pageLink(context.basePath, {
    ...asked,
    asOf,
    ...(publicBy === undefined ? {} : { publicBy: formatDay(publicBy) }),
  });
  const none = trusts.length === 0;
  return {
    heading: basis === 'said' ? 'The trusts as the decision saw them' : 'The trusts when it was announced',
    intro:
      basis === 'said'
        ? `The decision says that it was informed by the position on ${day}.`
        : `Which position informed the decision is not known. Shown is what had been made public by ${day}, when the change was announced.`,
    sentence: none
      ? `About the EPR of any of the ${countOf(counted, 'trust')} counted then, nothing that this record holds had been made public. Of none of them does it say whether it was on time.`
      : `This record held a report about ${numberInWords(trusts.length)} of the ${countOf(counted, 'trust')} counted then. About the other ${numberInWords(silent)} it held none, which says nothing about whether they had an EPR.`,
    api: fromApi(
      address,
      ...(none
        ? ['/caseFile/informed/counted']
        : ['trusts', 'counted', 'silent'].map((name) => `/caseFile/informed/${name}`)),
    ),
    href: then('/trusts'),
    table: none ? undefined : tableOf(trusts, day, dayInWords(moment.asOf), link),
  };
}

/** Its state then, and whether it was late: only where a plan and a later report say so. */
function thenCell(state: EprStateView, daysLate: number | undefined): Cell {
  const { text, notes: lines = [] } = eprCell(state, 1);
  return {
    text,
    notes: [...lines, ...(daysLate === undefined ? [] : [`${countOf(daysLate, 'day')} late against its latest plan`])],
  };
}

function tableOf(trusts: readonly InformedTrust[], then: string, now: string, link: (path: string) => string): Table {
  return {
    caption: `EPRs as reported for ${then}, and what became of them`,
    head: [{ text: 'Trust' }, { text: `On ${then}` }, { text: `On ${now}` }],
    rows: trusts.map(({ ods, name, then: state, daysLate, now: later }) => ({
      cells: [
        { text: name, href: link(`/trusts/${encodeURIComponent(ods)}`), notes: [ods] },
        thenCell(state, daysLate),
        later === undefined ? { text: 'Not counted any more' } : eprCell(later, 1),
      ],
    })),
  };
}
