import { FRAMEWORKS } from '@milepost/domain';
import type { AssessmentChange, Moment, Questions } from '@milepost/views';
import type { Chart } from '../charts/chart';
import { maturityChart } from '../charts/maturity/maturityChart';
import { dayInWords } from '../format/dayInWords';
import type { Visit } from '../visit/visit';
import { wholeRecord, wholeRecordLink } from './wholeRecord';

const FRAMEWORK = 'DMA';
const MEASURE = 'overall_comparable';
const REMEMBERED = 20;
const remembered = new WeakMap<Questions, Map<string, AssessmentChange | undefined>>();

export interface DigitalMaturity {
  readonly chart: Chart;
  /** When the scores became public, seen from the day asked about. */
  readonly published: string;
}

/** The Digital Maturity Assessment's two latest years by care setting; undefined where the record holds no two. */
export function digitalMaturity(visit: Visit): DigitalMaturity | undefined {
  const change = changeAt(visit.questions, wholeRecord(visit));
  const { lowest: low = 1, highest: high = 5 } = FRAMEWORKS[FRAMEWORK] ?? {};
  const address = wholeRecordLink(visit)('/api/v1/assessments/change', { framework: FRAMEWORK, measure: MEASURE });
  const chart = change && maturityChart(change, { low, high }, address);
  if (!change || !chart) return undefined;
  const public_ = `Both years were public by ${dayInWords(change.publicOn)}`;
  const { asOf } = visit.moment;
  const published = asOf < change.publicOn ? `${public_}, after the position shown on this page.` : `${public_}.`;
  return { chart, published };
}

/** Remembered, since at a moment it never changes and takes the assessments of all trusts to find. */
function changeAt(questions: Questions, moment: Moment): AssessmentChange | undefined {
  const known = remembered.get(questions) ?? new Map<string, AssessmentChange | undefined>();
  remembered.set(questions, known);
  const key = JSON.stringify(moment);
  if (known.has(key)) return known.get(key);
  if (known.size >= REMEMBERED) known.clear();
  const change = questions.assessmentChange(moment, FRAMEWORK, MEASURE);
  known.set(key, change);
  return change;
}
