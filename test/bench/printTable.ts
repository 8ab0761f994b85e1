import type { Row } from './row';

const figure = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

/** Prints rows as a Markdown table, so that a run can be kept in the documents as it is. */
export function printTable(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}\n\n| what | measured | baseline | ratio | aim |\n| --- | ---: | ---: | ---: | --- |`);
  for (const row of rows) {
    const measured = `${figure.format(row.value)} ${row.unit}`;
    const baseline = `${figure.format(row.baseline)} ${row.unit} (${row.baselineName})`;
    console.log(`| ${row.name} | ${measured} | ${baseline} | ${figure.format(row.ratio)} | ${row.aim ?? ''} |`);
  }
}
