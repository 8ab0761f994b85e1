import type { AssessmentChange, AssessmentPair } from '@milepost/views';
import { countOf } from '../../format/countOf';
import { numberInWords } from '../../format/numberInWords';
import { scoreInWords } from '../../format/scoreInWords';
import { slugInWords } from '../../format/slugInWords';
import type { Row, Table } from '../../pages/table';
import type { Chart } from '../chart';
import type { Spread, SpreadFigures } from '../drawings/spreadRows';
import { quantile } from '../quantile';
import { risesAndFalls } from './risesAndFalls';
import type { RisesAndFalls } from './risesAndFalls';

/** The returns of one care setting under both versions. */
interface Setting {
  readonly name: string;
  readonly returns: number;
  readonly earlier: Spread;
  readonly later: Spread;
  readonly change: RisesAndFalls;
}

/** Scores of a framework's two latest versions beside each other, a care setting at a time; undefined where no return has both. */
export function maturityChart(
  change: AssessmentChange,
  scale: { readonly low: number; readonly high: number },
): Chart | undefined {
  if (change.pairs.length === 0) return undefined;
  const settings = settingsOf(change);
  const all = risesAndFalls(change.pairs);
  return {
    id: 'maturity',
    title: findingOf(all, change),
    description: descriptionOf(settings, change),
    notes: notesOf(settings, change),
    table: tableOf(settings, all, change),
    wide: drawn(settings, scale, 880),
    narrow: drawn(settings, scale, 320),
  };
}

function drawn(settings: readonly Setting[], { low, high }: { low: number; high: number }, width: number) {
  const figures: SpreadFigures = {
    width,
    low,
    high,
    groups: settings.map(({ name, returns, earlier, later, change }) => ({
      heading: `${name}: ${risenOf(change, returns)}`,
      spreads: [earlier, later],
    })),
  };
  return { kind: 'spread-rows', figures } as const;
}

function settingsOf({ pairs, earlier, later }: AssessmentChange): readonly Setting[] {
  const names = [...new Set(pairs.map(({ careSetting }) => careSetting))];
  return names
    .map((name) => {
      const own = pairs.filter(({ careSetting }) => careSetting === name);
      return {
        name: slugInWords(name),
        returns: own.length,
        earlier: spreadOf(own, 'earlier', versionLabel(earlier, own, 'earlier')),
        later: spreadOf(own, 'later', versionLabel(later, own, 'later')),
        change: risesAndFalls(own),
      };
    })
    .sort((a, b) => b.returns - a.returns);
}

function versionLabel(version: string, pairs: readonly AssessmentPair[], side: 'earlier' | 'later'): string {
  return pairs.some((pair) => pair[side].restated) ? `${version}, restated` : version;
}

function spreadOf(pairs: readonly AssessmentPair[], side: 'earlier' | 'later', label: string): Spread {
  const scores = pairs.map((pair) => pair[side].score).sort((a, b) => a - b);
  const [least, lower, median, upper, greatest] = [0, 0.25, 0.5, 0.75, 1].map((share) => quantile(scores, share)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { label, least, lower, median, upper, greatest, value: scoreInWords(median), hollow: side === 'earlier' };
}

/** `206 of 285 returns rose, 75 fell and 4 stayed the same`. */
function findingOf({ rose, fell, equal }: RisesAndFalls, { pairs, earlier, later }: AssessmentChange): string {
  const rest =
    equal === 0
      ? ` and ${numberInWords(fell)} fell`
      : `, ${numberInWords(fell)} fell and ${numberInWords(equal)} stayed the same`;
  return `${numberInWords(rose)} of ${countOf(pairs.length, 'return')} rose${rest} from ${earlier} to ${later}`;
}

function risenOf({ rose, fell }: RisesAndFalls, returns: number): string {
  return `${numberInWords(rose)} of ${numberInWords(returns)} rose, ${numberInWords(fell)} fell`;
}

function notesOf([first]: readonly Setting[], { earlier, later, unpaired }: AssessmentChange): readonly string[] {
  const alone = `${countOf(unpaired, 'return')} of one year only ${unpaired === 1 ? 'is' : 'are'} not compared.`;
  return [
    `A return is a trust and a care setting. The line runs from the lowest score to the highest, the box holds the middle half, the mark and the number are the median. Hollow: ${first?.earlier.label ?? earlier}. Filled: ${first?.later.label ?? later}.`,
    ...(unpaired === 0 ? [] : [alone]),
  ];
}

function descriptionOf(settings: readonly Setting[], { earlier, later }: AssessmentChange): string {
  const lines = settings.map(
    (one) =>
      `${one.name}, ${countOf(one.returns, 'return')}: median ${one.earlier.value} in ${earlier} and ${one.later.value} in ${later}; ${risenOf(one.change, one.returns)}`,
  );
  return `The spread of scores by care setting, ${earlier} beside ${later}. ${lines.join('. ')}.`;
}

function tableOf(settings: readonly Setting[], all: RisesAndFalls, { pairs, earlier, later }: AssessmentChange): Table {
  const changed = ({ rose, fell, equal }: RisesAndFalls) =>
    [rose, fell, equal].map((count) => ({ text: numberInWords(count) }));
  const spread = ({ value, lower, upper, least, greatest }: Spread) => ({
    text: value,
    notes: [
      `middle half ${scoreInWords(lower)} to ${scoreInWords(upper)}`,
      `all ${scoreInWords(least)} to ${scoreInWords(greatest)}`,
    ],
  });
  const rows = settings.map((one): Row => ({
    cells: [
      { text: one.name },
      { text: numberInWords(one.returns) },
      spread(one.earlier),
      spread(one.later),
      ...changed(one.change),
    ],
  }));
  const none = { text: 'Not applicable' };
  return {
    caption: `Scores by care setting, ${earlier} beside ${later}`,
    captionHidden: true,
    head: [
      { text: 'Care setting' },
      ...['Returns', `Median ${settings[0]?.earlier.label ?? earlier}`, `Median ${later}`, 'Rose', 'Fell', 'Same'].map(
        (text) => ({ text, numeric: true }),
      ),
    ],
    rows: [...rows, { cells: [{ text: 'All' }, { text: numberInWords(pairs.length) }, none, none, ...changed(all)] }],
  };
}
