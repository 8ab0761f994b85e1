import { CARE_SETTINGS } from '@milepost/domain';
import { CellRefused } from '../cells/cellRefused';
import { knownCode } from '../cells/knownCode';
import { numberCell } from '../cells/numberCell';
import { oneOf } from '../cells/oneOf';
import { periodCell } from '../cells/periodCell';
import { RowRefused } from '../cells/rowRefused';
import type { RowRules } from '../plan/planFile';
import { madePublic, publicColumns } from './madePublic';
import type { KnownCodes, OwnFileOptions } from './ownFileOptions';

/** Frameworks whose results are numbers, each with its scale and who vouches for a result that says nothing of it. */
const FRAMEWORKS = {
  DMA: { measure: /^[a-z][a-z0-9_]*$/, score: numberCell(1, 5, 6), assurance: 'self_assessed' },
  EMRAM: { measure: /^stage$/, score: numberCell(0, 7), assurance: 'not_known' },
} as const;

const columns = ({ trusts }: KnownCodes) => ({
  ods_code: knownCode(trusts, 'in the register'),
  care_setting: oneOf(CARE_SETTINGS),
  framework: oneOf(['DMA', 'EMRAM']),
  year: yearCell,
  ...publicColumns,
});
/** The columns that are no measures. */
const FIXED = Object.keys(columns({ trusts: new Set() }));

/** Whether a further column can be a measure of one of the frameworks. */
export function isMeasureName(name: string): boolean {
  return FRAMEWORKS.DMA.measure.test(name);
}

/** Assessments, a column a measure. An empty cell says nothing of its measure; a row with none has nothing to record. */
export function dmaFileRules(codes: KnownCodes, { publishedOn }: OwnFileOptions): RowRules<ReturnType<typeof columns>> {
  return {
    columns: columns(codes),
    keys: ({ framework, year, ods_code, care_setting }) => [`${framework}/${year}/${ods_code}/${care_setting}`],
    plan: ({ values, cells }) => {
      const { ods_code, care_setting, framework, year } = values;
      const scores = scoresOf(framework, cells);
      if (Object.keys(scores).length === 0) return { nothing: 'The row has no score.' };
      return [
        {
          subject: `trust-${ods_code}`,
          type: 'CapabilityAssessed.v1',
          key: `${framework}/${year}/${ods_code}/${care_setting}`,
          data: {
            occurredOn: year,
            precision: 'year',
            framework,
            frameworkVersion: year,
            careSetting: care_setting,
            scores,
            assurance: FRAMEWORKS[framework].assurance,
          },
          public: madePublic(values, publishedOn),
        },
      ];
    },
  };
}

function yearCell(text: string): string {
  if (!/^\d{4}$/.test(text)) throw new CellRefused('A year has four digits.');
  return periodCell(text);
}

function scoresOf(framework: keyof typeof FRAMEWORKS, cells: Readonly<Record<string, string>>): Record<string, number> {
  const { measure, score } = FRAMEWORKS[framework];
  const scored = Object.entries(cells).filter(([name, cell]) => cell !== '' && !FIXED.includes(name));
  return Object.fromEntries(
    scored.map(([name, cell]) => {
      if (!measure.test(name)) throw new RowRefused(name, `${framework} has no measure of this name.`);
      try {
        return [name, score(cell)];
      } catch (error) {
        throw error instanceof CellRefused ? new RowRefused(name, error.message) : error;
      }
    }),
  );
}
