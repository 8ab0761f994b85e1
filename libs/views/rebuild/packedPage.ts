import type { FactType } from '@milepost/domain';
import type { Reading, VersionRead } from '../reading/reading';
import { streamOf, subjectOf } from '../reading/subject';

/**
 * A page of readings as one thread hands it to another. First versions that are about one subject, which nearly all are,
 * lie in columns: copying an object costs several times what reading the entry does.
 */
export interface PackedPage {
  /** Sequence of the first. */
  readonly from: number;
  readonly count: number;
  /** So many numbers a reading, as `COLUMN` names them. */
  readonly numbers: Float64Array;
  /** Texts that the columns name by number, each once. */
  readonly words: readonly string[];
  readonly texts: readonly (string | null)[];
  /** Readings of any other kind, by place. */
  readonly whole: readonly (readonly [place: number, reading: Reading])[];
}

const COLUMN = { stream: 0, type: 1, series: 2, publicOn: 3, earliest: 4, latest: 5, restated: 6 } as const;
const COLUMNS = 7;
const NO_WORD = -1;
const NONE: readonly string[] = [];

const liesInColumns = (reading: Reading): reading is VersionRead =>
  reading.kind === 'stated' && reading.others.length === 0;

/** Packs readings of consecutive entries. */
export function packed(readings: readonly Reading[]): PackedPage {
  const numbers = new Float64Array(readings.length * COLUMNS);
  const words = new Map<string, number>();
  const texts: (string | null)[] = [];
  const whole: [number, Reading][] = [];
  const numberOf = (word: string): number => {
    const known = words.get(word) ?? words.size;
    words.set(word, known);
    return known;
  };
  readings.forEach((reading, place) => {
    if (!liesInColumns(reading)) {
      whole.push([place, reading]);
      texts.push(null);
      return;
    }
    const { subject, type, series, publicOn, window, restated, text } = reading;
    const at = place * COLUMNS;
    numbers[at + COLUMN.stream] = numberOf(streamOf(subject));
    numbers[at + COLUMN.type] = numberOf(type);
    numbers[at + COLUMN.series] = series === undefined ? NO_WORD : numberOf(series);
    numbers[at + COLUMN.publicOn] = publicOn;
    numbers[at + COLUMN.earliest] = window.earliest;
    numbers[at + COLUMN.latest] = window.latest;
    numbers[at + COLUMN.restated] = restated ? 1 : 0;
    texts.push(text);
  });
  return { from: readings[0]?.sequence ?? 0, count: readings.length, numbers, words: [...words.keys()], texts, whole };
}

/** The readings that were packed. */
export function unpacked({ from, count, numbers, words, texts, whole }: PackedPage): Reading[] {
  const elsewhere = new Map(whole);
  return Array.from({ length: count }, (_, place) => {
    const given = elsewhere.get(place);
    if (given) return given;
    const at = place * COLUMNS;
    const wordAt = (column: number): string => words[numbers[at + column] as number] as string;
    const series = wordAt(COLUMN.series);
    return {
      kind: 'stated',
      sequence: from + place,
      subject: subjectOf(wordAt(COLUMN.stream)),
      publicOn: numbers[at + COLUMN.publicOn] as number,
      fact: undefined,
      type: wordAt(COLUMN.type) as FactType,
      window: { earliest: numbers[at + COLUMN.earliest] as number, latest: numbers[at + COLUMN.latest] as number },
      others: NONE,
      series: numbers[at + COLUMN.series] === NO_WORD ? undefined : series,
      restated: numbers[at + COLUMN.restated] === 1,
      text: texts[place] ?? null,
    };
  });
}
