import { asObject, textMember, textsMember } from '../facts/eventMembers';
import type { FactVersion } from '../facts/factVersion';
import { dateIn } from './targetSaid';
import type { TargetDate } from './targetSaid';

/** What a change says of the decision behind it. Undefined or empty: not known. */
export interface TargetDecision {
  /** Role or body that decided. */
  readonly authority: string | undefined;
  readonly decided: TargetDate | undefined;
  readonly reasons: readonly string[];
  readonly conditions: readonly string[];
  /** The moment that the decision was informed by, as it was said. */
  readonly informedBy: InformedBy | undefined;
  /** The public statement that announced it. */
  readonly statement: string | undefined;
}

export interface InformedBy {
  readonly asOf: string;
  readonly recordedBy: string | undefined;
  readonly publicBy: string | undefined;
}

export function decisionOf({ data }: Pick<FactVersion, 'data'>): TargetDecision {
  return {
    authority: textMember(data, 'authority'),
    decided: dateIn(data, 'decided'),
    reasons: textsMember(data, 'reasons'),
    conditions: textsMember(data, 'conditions'),
    informedBy: informedBy(data),
    statement: textMember(data, 'statement'),
  };
}

function informedBy(data: FactVersion['data']): InformedBy | undefined {
  const said = asObject(data['informedBy']);
  const asOf = said && textMember(said, 'asOf');
  if (said === undefined || asOf === undefined) return undefined;
  return { asOf, recordedBy: textMember(said, 'recordedBy'), publicBy: textMember(said, 'publicBy') };
}
