import type { FigureMetric, LedgerContext } from '@milepost/views';

/** What is counted, and what the count does not say. */
export interface FigureWords {
  readonly title: string;
  readonly counted: string;
  readonly caution: string | undefined;
}

export const RECORD_ONLY =
  'This counts what this record holds, not what is so: most trusts have no report here, and silence is not a no. It is not a figure for the NHS.';

export const FIGURES_IN_WORDS: Readonly<Record<FigureMetric, FigureWords>> = {
  'in-scope': {
    title: 'Trusts counted',
    counted:
      'NHS trusts and care trusts in England that were open on the day. The first and the last day of a trust are counted. Trusts in Wales are not.',
    caution: undefined,
  },
  'epr-live': {
    title: 'Trusts with a live EPR in this record',
    counted: 'Trusts counted on the day for which this record holds a go-live that no later entry takes back.',
    caution: RECORD_ONLY,
  },
  'epr-live-or-implementing': {
    title: 'Trusts with an EPR live or being implemented in this record',
    counted:
      'Trusts counted on the day for which this record holds a go-live or the start of an implementation that no later entry takes back.',
    caution: RECORD_ONLY,
  },
  'late-against-plan': {
    title: 'Trusts late against their latest plan in this record',
    counted:
      'Trusts counted on the day with an EPR whose latest planned day was over, and which no entry says was live by then. A trust that gave a new date in time is not late. Beyond the last day on which anything about its EPR is reported it is not known.',
    caution: RECORD_ONLY,
  },
  'late-against-first-plan': {
    title: 'Trusts late against their first plan in this record',
    counted:
      'Trusts counted on the day with an EPR whose first planned day was over, however often it was moved, and which no entry says was live by then. Beyond the last day on which anything about its EPR is reported it is not known.',
    caution: RECORD_ONLY,
  },
  'plan-published': {
    title: 'Trusts with a published plan in this record',
    counted: 'Trusts counted on the day for which this record holds a plan of an EPR or of its go-live.',
    caution: RECORD_ONLY,
  },
};

/** What has to be said over the public record before any such figure: it measures the record. */
export function cautionOf(metric: FigureMetric, { kind }: Pick<LedgerContext, 'kind'>): string | undefined {
  return kind === 'public-record' ? FIGURES_IN_WORDS[metric].caution : undefined;
}

export const isFigure = (name: string): name is FigureMetric => Object.hasOwn(FIGURES_IN_WORDS, name);
