import { keyOf } from '../keyOf';
import type { StatementPart } from './statementPart';

/** How to read a chart of claims, true of its wide and of its narrow drawing: two lines, of what is there. */
export function claimsKey(parts: readonly StatementPart[], moved: boolean): readonly string[] {
  const isDay = ({ window }: StatementPart): boolean => window.earliest === window.latest;
  const claims = parts.filter(({ kind }) => kind === 'claim');
  return [
    keyOf(
      [parts.some(({ kind }) => kind === 'target'), 'A target is drawn from the day it was announced to its deadline.'],
      [moved, 'A move of the programme’s end is drawn from the day it had been to the day it became.'],
      [moved, 'Whether a target moved with it is not in this record.'],
    ),
    keyOf(
      [claims.some(isDay), 'A disc is a claim for a day.'],
      [!claims.every(isDay), 'A bar is a claim for a month or a year.'],
      [parts.some(({ kind }) => kind === 'forecast'), 'A triangle is a forecast.'],
      [parts.some(({ kind, copy }) => copy && kind !== 'target'), 'Hollow: seen in a secondary copy only.'],
    ),
  ].filter((line) => line !== '');
}
