import { planUserFileInSteps } from '../own-files/planUserFile';
import { inSlices } from '../slices/steps';
import { importPlan } from './importPlan';

const ROWS = 5_000;
const MADE = Date.UTC(2000, 0, 1);
const dayOf = (row: number): string => new Date(MADE + row * 86_400_000).toISOString().slice(0, 10);

/** A store that answers without waiting for anything, so that only the import itself can give way. */
const STORE = {
  append: () => Promise.reject(new Error('A dry run appends nothing.')),
  lastOf: () => Promise.resolve(undefined),
  readStream: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: null }) }) }),
} as unknown as Parameters<typeof importPlan>[0];

/** How often somebody else had a turn before this came to its end. */
async function turnsDuring<Result>(
  work: Promise<Result>,
): Promise<{ readonly result: Result; readonly turns: number }> {
  let turns = 0;
  let over = false;
  const take = (): void => {
    turns += 1;
    if (!over) setImmediate(take);
  };
  setImmediate(take);
  const result = await work;
  const taken = turns;
  over = true;
  return { result, turns: taken };
}

it('lets requests be answered while a long file is planned and compared', async () => {
  const lines = Array.from({ length: ROWS }, (_, row) => `RX1,live,${dayOf(row)},2026-04-10`);
  const file = Buffer.from(['ods_code,state,as_at,published_on', ...lines].join('\n'));
  const steps = planUserFileInSteps('returns', file, 'returns.csv', {}, { trusts: new Set(['RX1']) });
  const planned = await turnsDuring(inSlices(steps));
  expect(planned.turns).toBeGreaterThan(1);
  const options = { actor: { id: 'a1', role: 'programme' as const }, clock: () => 0, dryRun: true };
  const compared = await turnsDuring(importPlan(STORE, 'milepost', planned.result, options));
  expect(compared.turns).toBeGreaterThan(1);
  expect(compared.result.events).toEqual({ recorded: ROWS, corrected: 0, skipped: 0 });
});
