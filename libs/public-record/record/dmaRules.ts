import { CARE_SETTINGS } from '@milepost/domain';
import { knownCode } from '../cells/knownCode';
import { numberCell } from '../cells/numberCell';
import { oneOf } from '../cells/oneOf';
import { optional } from '../cells/optional';
import type { Values } from '../cells/readCells';
import { RowRefused } from '../cells/rowRefused';
import { present } from '../plan/present';
import type { RowRules } from '../plan/planFile';
import type { RecordCodes } from './recordCodes';

/** A DMA score: 1 to 5; the overall score is a mean with up to six decimals. */
const score = numberCell(1, 5, 6);
/** The seven success measures of What Good Looks Like, under the labels of 2025. They were published for 2025 only. */
const measures = {
  well_led: optional(score),
  ensure_smart_foundations: optional(score),
  safe_practice: optional(score),
  support_workforce: optional(score),
  empower_people: optional(score),
  improve_care: optional(score),
  healthy_populations: optional(score),
};
const MEASURES = Object.keys(measures) as (keyof typeof measures)[];
const columns = ({ trusts }: RecordCodes) => ({
  ods_code: knownCode(trusts, 'in trusts.csv'),
  care_setting: oneOf(CARE_SETTINGS),
  year: oneOf(['2024', '2025']),
  overall_comparable: score,
  ...measures,
});
type Scores = Values<ReturnType<typeof columns>>;

const SOURCE = {
  publisher: 'NHS England',
  title: 'Digital Maturity Assessment 2024 and 2025',
  kind: 'primary',
} as const;
/** Both years were published on this day, those of 2024 as restated to be comparable. */
const PUBLISHED = { on: '2026-03-27', how: 'published' } as const;

/** dma_assessments.csv: the round of 2025 was collected by June 2025; of the round of 2024 only the year is known. */
export function dmaRules(codes: RecordCodes): RowRules<ReturnType<typeof columns>> {
  return {
    columns: columns(codes),
    keys: ({ year, ods_code, care_setting }) => [`${year}/${ods_code}/${care_setting}`],
    plan: ({ values }) => {
      refuseMisplacedMeasures(values);
      const { ods_code, care_setting, year, overall_comparable } = values;
      const measured = MEASURES.map((measure) => [measure, values[measure]] as const);
      return [
        {
          subject: `trust-${ods_code}`,
          type: 'CapabilityAssessed.v1',
          key: `${year}/${ods_code}/${care_setting}`,
          data: present({
            ...(year === '2025'
              ? { occurredOn: '2025-06', precision: 'month' }
              : { occurredOn: '2024', precision: 'year' }),
            framework: 'DMA',
            frameworkVersion: year,
            careSetting: care_setting,
            scores: present({ overall_comparable, ...Object.fromEntries(measured) }),
            assurance: 'self_assessed',
            restated: year === '2024' ? true : undefined,
            source: SOURCE,
          }),
          public: PUBLISHED,
        },
      ];
    },
  };
}

function refuseMisplacedMeasures(values: Scores): void {
  const wrong = MEASURES.find((measure) => (values[measure] === undefined) === (values.year === '2025'));
  if (wrong === undefined) return;
  const reason = values.year === '2025' ? 'The score is missing.' : 'For 2024 only the overall score was published.';
  throw new RowRefused(wrong, reason);
}
