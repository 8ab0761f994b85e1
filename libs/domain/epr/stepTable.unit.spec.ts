import { EPR_STATES } from '../events/eprLifeCycle';
import type { ContractLevel } from '../rules/contractRule';
import type { Judgement, Step } from './stepTable';
import { contractJudgement, useJudgement } from './stepTable';

const MEANS: Readonly<Record<string, Judgement>> = { yes: 'follows', reason: 'needs-reason', no: 'contradicts' };

/** Reads a table written as a person would: first a row of column names, then rows, each with its name first. */
function cells(table: string): [row: string, column: string, judgement: Judgement][] {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([row = '', ...judgements]) =>
    head.map((column, at): [string, string, Judgement] => [row, column, MEANS[judgements[at] ?? ''] as Judgement]),
  );
}

const USE = cells(`
               none   outline_case procuring full_case contracted implementing live_partial live suspended withdrawn
  outline_case yes    yes          no        no        no         no           no           no   no        yes
  procuring    reason yes          reason    no        no         no           no           no   no        yes
  full_case    reason reason       yes       no        no         no           no           no   no        reason
  awarded      reason reason       yes       yes       yes        yes          yes          yes  yes       reason
  signed       reason reason       reason    yes       yes        yes          yes          yes  no        reason
  expired      yes    yes          yes       yes       yes        yes          yes          yes  yes       yes
  implementing reason reason       reason    reason    yes        no           no           no   reason    reason
  live_partial reason reason       reason    reason    reason     yes          yes          no   no        reason
  live         reason reason       reason    reason    reason     yes          yes          no   no        reason
  suspended    no     no           no        no        no         no           yes          yes  no        no
  resumed      no     no           no        no        no         no           no           no   yes       no
  withdrawn    no     yes          yes       yes       yes        yes          yes          yes  yes       no
  planned      yes    yes          yes       yes       yes        yes          yes          no   yes       reason
  postponed    yes    yes          yes       yes       yes        yes          yes          no   yes       no
`);

const CONTRACT = cells(`
            announced awarded signed expired
  announced no        no      reason yes
  awarded   yes       no      reason yes
  signed    yes       yes     reason yes
  expired   no        yes     yes    no
`);

it.each(USE)('%s after %s: %s', (step, state, judgement) => {
  expect(useJudgement(step as Step, state as (typeof EPR_STATES)[number])).toBe(judgement);
});

it.each(CONTRACT)('of the contract, %s after %s: %s', (step, status, judgement) => {
  expect(contractJudgement(step as ContractLevel, status as ContractLevel)).toBe(judgement);
});

it('judges every step after every state', () => {
  expect(USE).toHaveLength(14 * EPR_STATES.length);
});
