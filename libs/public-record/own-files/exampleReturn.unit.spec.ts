import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inOrder } from '../plan/inOrder';
import { planUserFile } from './planUserFile';
import { withinTrusts } from './withinTrusts';

const FILE = join(__dirname, '..', '..', '..', 'docs', 'how-to', 'example-return.csv');
const INVENTED = ['ZZ1', 'ZZ2', 'ZZ3', 'ZZ4', 'ZZ5'];
const planned = (trusts: readonly string[]) =>
  planUserFile('returns', readFileSync(FILE), 'example-return.csv', {}, { trusts: new Set(trusts) });
const problems = (plan: ReturnType<typeof planned>) =>
  plan.files.flatMap(({ rows }) => rows.flatMap((row) => ('problems' in row ? row.problems : [])));

describe('the example of a return', () => {
  it('is about invented trusts alone, and says so on every line', () => {
    const [, ...lines] = readFileSync(FILE, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(line).toMatch(/^ZZ\d,[^,]* \(invented\),/);
  });

  it('is taken as it is where the register holds these trusts, as a demonstration does', () => {
    const plan = planned(INVENTED);
    expect(problems(plan)).toEqual([]);
    expect(inOrder(plan).map(({ event }) => [event.subject, event.data.state, event.public])).toEqual([
      ['trust-ZZ1', 'live', { on: '2026-04-10', how: 'reported' }],
      ['trust-ZZ2', 'implementing', { on: '2026-04-10', how: 'reported' }],
      ['trust-ZZ3', 'none', { on: '2026-04-10', how: 'reported' }],
      ['trust-ZZ4', 'live', { on: '2026-04-10', how: 'reported' }],
    ]);
  });

  it('is refused row by row by a record of real trusts', () => {
    expect(problems(planned(['RX1'])).map(({ line, reason }) => [line, reason])).toEqual(
      INVENTED.map((code, n) => [n + 2, `${code} is a code for invented trusts.`]),
    );
  });
});

describe('a file of somebody who writes for some trusts only', () => {
  const plan = withinTrusts(planned(INVENTED), new Set(['ZZ2', 'ZZ1']));

  it('has every row about another trust refused, and the others taken', () => {
    expect(inOrder(plan).map(({ event }) => event.subject)).toEqual(['trust-ZZ1', 'trust-ZZ2']);
    expect(problems(plan)).toEqual([
      { file: 'example-return.csv', line: 4, column: 'ods_code', reason: 'You write for ZZ1, ZZ2, and not for ZZ3.' },
      { file: 'example-return.csv', line: 5, column: 'ods_code', reason: 'You write for ZZ1, ZZ2, and not for ZZ4.' },
    ]);
  });

  it('does not make what others reported disappear', () => {
    expect(plan.files[0]?.refusedKeys).toEqual(['ZZ3//2026-03-31', 'ZZ4/zz4-gamma/2026-03-31']);
    expect([plan.speaksOf?.('trust-ZZ1'), plan.speaksOf?.('trust-ZZ3')]).toEqual([true, false]);
  });
});
