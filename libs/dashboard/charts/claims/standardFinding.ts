import { percentInWords } from '../../format/percentInWords';
import { givenReference, givenTargetDate } from '../../statements/givenCells';
import type { StatementPart } from './statementPart';

/** The last claim of the share that meets the standard, beside the last target for it. */
export function standardFinding(parts: readonly StatementPart[]): string {
  const claim = parts.findLast(({ kind }) => kind === 'claim');
  const target = parts.findLast(({ kind }) => kind === 'target');
  const share = (part: StatementPart): string => percentInWords(part.percent, part.percent);
  const aim = target && `${share(target)} by ${givenTargetDate(target.fact.data) ?? 'a day not known'}`;
  if (!claim)
    return aim === undefined
      ? 'Nothing was said of how many meet the standard'
      : `The target for the standard is ${aim}`;
  const about = givenReference(claim.fact.data);
  const said = `${share(claim)} of trusts were said to meet the standard${about === undefined ? '' : ` in ${about}`}`;
  return aim === undefined ? said : `${said}; the target was ${aim}`;
}
