import { changeInAssessments } from '@milepost/views';
import type {
  AssessmentChange,
  CareSettingChange,
  ChangeInAssessments,
  RisesAndFalls,
  ScoreSpread,
} from '@milepost/views';
import { countOf } from '../../format/countOf';
import { numberInWords } from '../../format/numberInWords';
import { scoreInWords } from '../../format/scoreInWords';
import { slugInWords } from '../../format/slugInWords';
import { fromApi } from '../../pages/fromApi';
import { NOT_APPLICABLE_CELL } from '../../pages/table';
import type { Cell, Row, Table } from '../../pages/table';
import type { Chart } from '../chart';
import type { Spread, SpreadFigures } from '../drawings/spreadRows';

/**
 * Scores of a framework's two latest versions beside each other, a care setting at a time; undefined where no return has both.
 *
 * @param address where the interface for programs gives the same
 */
export function maturityChart(
  change: AssessmentChange,
  scale: { readonly low: number; readonly high: number },
  address: string,
): Chart | undefined {
  const counted = changeInAssessments(change);
  if (counted.returns === 0) return undefined;
  return {
    id: 'maturity',
    title: findingOf(counted, change),
    description: descriptionOf(counted.careSettings, change),
    notes: notesOf(counted.careSettings, change),
    table: tableOf(counted, change, address),
    wide: drawn(counted.careSettings, scale, 880),
    narrow: drawn(counted.careSettings, scale, 320),
  };
}

function drawn(settings: readonly CareSettingChange[], { low, high }: { low: number; high: number }, width: number) {
  const figures: SpreadFigures = {
    width,
    low,
    high,
    groups: settings.map((one) => ({
      heading: `${slugInWords(one.careSetting)}: ${risenOf(one)}`,
      spreads: [drawnSpread(one.earlier, true), drawnSpread(one.later, false)],
    })),
  };
  return { kind: 'spread-rows', figures } as const;
}

function drawnSpread(spread: ScoreSpread, hollow: boolean): Spread {
  const { least, lower, median, upper, greatest } = spread;
  return { label: labelOf(spread), least, lower, median, upper, greatest, value: scoreInWords(median), hollow };
}

function labelOf({ version, restated }: ScoreSpread): string {
  return restated ? `${version}, restated` : version;
}

/** `206 of 285 returns rose, 75 fell and 4 stayed the same`. */
function findingOf({ returns, rose, fell, level }: RisesAndFalls, { earlier, later }: AssessmentChange): string {
  const rest =
    level === 0
      ? ` and ${numberInWords(fell)} fell`
      : `, ${numberInWords(fell)} fell and ${numberInWords(level)} stayed the same`;
  return `${numberInWords(rose)} of ${countOf(returns, 'return')} rose${rest} from ${earlier} to ${later}`;
}

function risenOf({ returns, rose, fell }: RisesAndFalls): string {
  return `${numberInWords(rose)} of ${numberInWords(returns)} rose, ${numberInWords(fell)} fell`;
}

function notesOf([first]: readonly CareSettingChange[], change: AssessmentChange): readonly string[] {
  const { earlier, later, unpaired } = change;
  const alone = `${countOf(unpaired, 'return')} of one year only ${unpaired === 1 ? 'is' : 'are'} not compared.`;
  return [
    `A return is a trust and a care setting. The line runs from the lowest score to the highest, the box holds the middle half, the mark and the number are the median. Hollow: ${first ? labelOf(first.earlier) : earlier}. Filled: ${first ? labelOf(first.later) : later}.`,
    ...(unpaired === 0 ? [] : [alone]),
  ];
}

function descriptionOf(settings: readonly CareSettingChange[], { earlier, later }: AssessmentChange): string {
  const lines = settings.map(
    (one) =>
      `${slugInWords(one.careSetting)}, ${countOf(one.returns, 'return')}: median ${scoreInWords(one.earlier.median)} in ${earlier} and ${scoreInWords(one.later.median)} in ${later}; ${risenOf(one)}`,
  );
  return `The spread of scores by care setting, ${earlier} beside ${later}. ${lines.join('. ')}.`;
}

function tableOf(all: ChangeInAssessments, { earlier, later }: AssessmentChange, address: string): Table {
  const [first] = all.careSettings;
  const count = (of: RisesAndFalls, member: keyof RisesAndFalls, at: string): Cell => ({
    text: numberInWords(of[member]),
    api: fromApi(address, `${at}/${member}`),
  });
  const changed = (of: RisesAndFalls, at: string): readonly Cell[] => [
    count(of, 'rose', at),
    count(of, 'fell', at),
    count(of, 'level', at),
  ];
  const rows = all.careSettings.map((one, index): Row => {
    const at = `/change/careSettings/${index}`;
    return {
      cells: [
        { text: slugInWords(one.careSetting) },
        count(one, 'returns', at),
        spreadCell(one.earlier, address, `${at}/earlier`),
        spreadCell(one.later, address, `${at}/later`),
        ...changed(one, at),
      ],
    };
  });
  const whole = [
    { text: 'All' },
    count(all, 'returns', '/change'),
    NOT_APPLICABLE_CELL,
    NOT_APPLICABLE_CELL,
    ...changed(all, '/change'),
  ];
  return {
    caption: `Scores by care setting, ${earlier} beside ${later}`,
    captionHidden: true,
    head: [
      { text: 'Care setting' },
      ...[
        'Returns',
        `Median ${first ? labelOf(first.earlier) : earlier}`,
        `Median ${later}`,
        'Rose',
        'Fell',
        'Same',
      ].map((text) => ({ text, numeric: true })),
    ],
    rows: [...rows, { cells: whole }],
  };
}

function spreadCell({ median, lower, upper, least, greatest }: ScoreSpread, address: string, at: string): Cell {
  const range = (from: number, to: number) => `${scoreInWords(from)} to ${scoreInWords(to)}`;
  return {
    text: scoreInWords(median),
    api: fromApi(address, `${at}/median`),
    notes: [
      { text: `middle half ${range(lower, upper)}`, api: fromApi(address, `${at}/lower`, `${at}/upper`) },
      { text: `all ${range(least, greatest)}`, api: fromApi(address, `${at}/least`, `${at}/greatest`) },
    ],
  };
}
