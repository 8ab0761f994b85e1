import type { ImportReport } from './importReport';
import { renderReport } from './renderReport';

const REPORT: ImportReport = {
  dataSet: 'returns',
  ledger: 'milepost',
  dryRun: false,
  finishedAt: 0,
  files: [
    {
      ...{ file: 'returns.csv', rows: 12, recorded: 7, corrected: 2, skipped: 1 },
      ...{ nothingToRecord: 3, refused: 1, notReached: 0 },
    },
  ],
  refusals: [
    { file: 'returns.csv', line: 4, column: 'state', reason: '"li\u001b[2Jve" is not a value of this column.' },
  ],
  notes: [{ file: 'returns', reason: 'RX1//2026-03 is gone.' }],
  events: { recorded: 5, corrected: 2, skipped: 1 },
};

describe('a report in words', () => {
  it('is a table of the files, and a line for every refused row and every note', () => {
    expect(renderReport(REPORT)).toBe(
      [
        'Import of returns into milepost: 5 events recorded, 2 corrected, 1 there already.',
        '',
        'file         rows  recorded  of these corrected  there already  nothing to record  refused  not reached',
        'returns.csv    12         7                   2              1                  3        1            0',
        '',
        'Refused:',
        '  returns.csv:4:state: "li\ufffd[2Jve" is not a value of this column.',
        '',
        'Notes:',
        '  returns: RX1//2026-03 is gone.',
        '',
      ].join('\n'),
    );
  });

  it('says first that a run was dry, or stopped', () => {
    expect(renderReport({ ...REPORT, dryRun: true })).toMatch(/^Dry run of returns into milepost, nothing is written:/);
    expect(renderReport({ ...REPORT, stopped: { cause: 'store', reason: 'It is away.' } })).toMatch(
      /^Import of returns into milepost stopped: It is away. Run it again to go on.\n/,
    );
  });
});
