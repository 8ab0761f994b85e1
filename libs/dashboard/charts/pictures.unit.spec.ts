import type { Chart } from './chart';
import type { Drawing } from './drawing';
import { Pictures } from './pictures';
import { plotKit } from './plotKit';

const HOSTILE = '</title><script>alert("x")</script><style>*{}</style>&amp;" onload="x';
const ASKED = { day: 19_000, label: HOSTILE };

/** One of each kind, with as much in it as there can be. */
const DRAWINGS: readonly Drawing[] = [
  {
    kind: 'coverage-over-time',
    figures: {
      ...{ from: 18_500, to: 20_000, low: 88, high: 100, asked: ASKED },
      targets: [{ from: 18_600, to: 18_900, percent: 90, label: HOSTILE }],
      moves: [{ from: 19_400, to: 19_800, label: HOSTILE }],
      claims: [
        { from: 18_900, to: 18_900, percent: 90, label: HOSTILE, copy: false, forecast: false },
        { from: 19_000, to: 19_300, percent: 91, label: HOSTILE, copy: true, forecast: false },
        { from: 19_800, to: 19_800, percent: 96, label: HOSTILE, copy: false, forecast: true },
      ],
    },
  },
  ...(['counted-over-time', 'counted-rows'] as const).map((kind): Drawing => ({
    kind,
    figures: {
      ...{ from: 18_500, to: 20_000, low: 200, high: 204, asked: ASKED },
      steps: [
        { day: 18_600, date: HOSTILE, count: 203, reasons: [] },
        { day: 19_600, date: HOSTILE, count: 201, reasons: [HOSTILE, HOSTILE] },
      ],
    },
  })),
  {
    kind: 'time-rows',
    figures: {
      ...{ width: 300, from: 18_500, to: 20_000, asked: ASKED },
      rows: (['point', 'point-after', 'range', 'before', 'arrow'] as const).map((shape) => ({
        heading: HOSTILE,
        label: HOSTILE,
        marks: [{ shape, from: 18_700, to: 18_900, hollow: true, symbol: 'times' }],
      })),
    },
  },
  {
    kind: 'spread-rows',
    figures: {
      ...{ width: 320, low: 1, high: 5 },
      groups: [
        {
          heading: HOSTILE,
          spreads: [
            { label: HOSTILE, least: 1, lower: 2, median: 3, upper: 4, greatest: 5, value: HOSTILE, hollow: true },
          ],
        },
      ],
    },
  },
  {
    kind: 'dot-rows',
    figures: {
      ...{ low: 1, high: 5 },
      rows: [{ label: HOSTILE, earlier: 2, later: 3, earlierLabel: HOSTILE, laterLabel: HOSTILE }],
    },
  },
];

const chartOf = (narrow: Drawing, title = HOSTILE): Chart => ({
  ...{ id: 'one', title, description: HOSTILE, notes: [], table: undefined, wide: undefined, narrow },
});

describe('pictures', () => {
  const pictures = new Pictures();
  beforeAll(() => pictures.prepare());

  it.each(DRAWINGS.map((drawing) => [drawing.kind, drawing] as const))(
    'a %s has title and description, no style of its own, and texts as texts',
    (_, drawing) => {
      const { narrow } = pictures.of(chartOf(drawing));
      expect(narrow).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(narrow).toMatch(/^<svg [^>]*role="img"/);
      expect(narrow).toMatch(/^<svg [^>]*aria-labelledby="chart-one-narrow-title chart-one-narrow-description"/);
      expect(narrow).toMatch(/<title id="chart-one-narrow-title">&lt;\/title&gt;/);
      expect(narrow).toMatch(/<desc id="chart-one-narrow-description">&lt;\/title&gt;/);
      expect(narrow).not.toMatch(/<style|<script|\sstyle=|<[^>]*\son\w+=/);
      expect(narrow).not.toMatch(/NaN|undefined|Infinity/);
    },
  );

  it('draws what has a shape as that shape', () => {
    const [coverage, counted, , rows, spread, dots] = DRAWINGS.map(
      (drawing) => pictures.of(chartOf(drawing, 'T')).narrow,
    );
    expect(count(coverage, /<rect /g)).toBe(1);
    expect(count(counted, /<circle /g)).toBe(2);
    expect(count(rows, /<rect /g)).toBe(1);
    expect(count(rows, /stroke-dasharray="4 4"/g)).toBe(1);
    expect(count(spread, /<rect /g)).toBe(1);
    expect(count(dots, /<circle /g)).toBe(2);
  });

  it('is drawn once while the same is asked for, and anew where a figure or a word differs', async () => {
    const drawn = jest.spyOn((await plotKit()).document, 'createElementNS');
    const drawing = DRAWINGS[5] as Drawing & { kind: 'dot-rows' };
    const [row] = drawing.figures.rows;
    const other: Drawing = {
      kind: 'dot-rows',
      figures: { ...drawing.figures, rows: row ? [{ ...row, later: 4 }] : [] },
    };
    const fresh = new Pictures();
    expect(() => fresh.of(chartOf(drawing))).toThrow('not loaded yet');
    const first = pictures.of(chartOf(drawing)).narrow;
    drawn.mockClear();
    expect(pictures.of(chartOf(drawing)).narrow).toBe(first);
    expect(drawn).not.toHaveBeenCalled();
    expect(pictures.of(chartOf(other)).narrow).not.toBe(first);
    expect(pictures.of(chartOf(drawing, 'Another title')).narrow).not.toBe(first);
  });
});

function count(text: string | undefined, pattern: RegExp): number {
  return text?.match(pattern)?.length ?? 0;
}
