const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

/** Dates, years and times as the pages write them: no figures. */
const DATES = new RegExp(
  [
    `\\b\\d{1,2} (?:to|and) \\d{1,2} ${MONTH}(?: \\d{4})?`,
    `\\b\\d{1,2} ${MONTH}(?: \\d{4})?`,
    `\\b${MONTH} \\d{4}\\b`,
    `\\b\\d{1,2}(?::\\d\\d)?[ap]m\\b`,
    `(?<![\\d,.])(?:19|20)\\d\\d(?:/\\d\\d)?\\b(?![,.]\\d)`,
  ].join('|'),
  'g',
);
const NUMBER = /(?<![\w.,/@-])([−+-]?)£?(\d[\d,]*(?:\.\d+)?)(?!\w)(?: (billion|million)\b)?/g;

/** A number as a text shows it. */
export interface ShownNumber {
  readonly value: number;
  /** How far off the value that it was rounded from can be. */
  readonly slack: number;
}

/** The numbers of a text in their order, dates left out; an amount of money in millions. */
export function numbersIn(text: string): readonly ShownNumber[] {
  return [...text.replace(DATES, ' · ').matchAll(NUMBER)].map(([, sign = '', digits = '', unit]) => {
    const times = unit === 'billion' ? 1000 : 1;
    const decimals = digits.split('.')[1]?.length ?? 0;
    const value = Number(digits.replaceAll(',', '')) * times;
    return { value: sign === '' || sign === '+' ? value : -value, slack: 0.5 * 10 ** -decimals * times + 1e-9 };
  });
}
