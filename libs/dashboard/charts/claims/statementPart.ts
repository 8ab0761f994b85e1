import { periodWindow } from '@milepost/domain';
import type { Window } from '@milepost/domain';
import type { FactView } from '@milepost/views';
import { numberMember, objectMember, textMember } from '../../format/eventMembers';
import type { EventData } from '../../format/eventMembers';

/** A target with a threshold and a deadline, a claim or a forecast with a percentage: what a chart can show of a statement. */
export interface StatementPart {
  readonly fact: FactView;
  readonly kind: 'target' | 'claim' | 'forecast';
  /** The days that it is about: a target's from its announcement to its deadline. */
  readonly window: Window;
  readonly percent: number;
  readonly numerator: number | undefined;
  readonly denominator: number | undefined;
  /** Seen in a secondary copy only. */
  readonly copy: boolean;
}

/** The statements about some metrics that can be drawn, in the order of the days that they are about; the others say no percentage or no day. */
export function statementParts(statements: readonly FactView[], metrics: readonly string[]): readonly StatementPart[] {
  return statements
    .filter(({ data }) => metrics.includes(textMember(data, 'metric') ?? ''))
    .map(partOf)
    .filter((part) => part !== undefined)
    .sort((a, b) => a.window.latest - b.window.latest || a.window.earliest - b.window.earliest);
}

function partOf(fact: FactView): StatementPart | undefined {
  const { data } = fact;
  const kind = textMember(data, 'kind');
  const low = numberMember(data, 'percentLow');
  if (low === undefined || (kind !== 'target' && kind !== 'claim' && kind !== 'forecast')) return undefined;
  const window = kind === 'target' ? untilDeadline(fact) : daysOf(fact, kind);
  if (!window || !Number.isFinite(window.earliest) || !Number.isFinite(window.latest)) return undefined;
  return {
    fact,
    kind,
    window,
    percent: (low + (numberMember(data, 'percentHigh') ?? low)) / 2,
    numerator: numberMember(data, 'numerator'),
    denominator: numberMember(data, 'denominator'),
    copy: textMember(objectMember(data, 'source') ?? {}, 'kind') === 'copy',
  };
}

/** From the end of the day or month of its announcement. */
function untilDeadline({ window, data }: FactView): Window | undefined {
  const latest = targetWindow(data)?.latest;
  return latest === undefined || latest <= window.latest ? undefined : { earliest: window.latest, latest };
}

/** What a forecast is about is the last day of its date; a claim without a date is about the day it was made. */
function daysOf({ data, window }: FactView, kind: 'claim' | 'forecast'): Window | undefined {
  if (kind === 'forecast') {
    const day = targetWindow(data)?.latest;
    return day === undefined ? window : { earliest: day, latest: day };
  }
  const from = periodWindow(textMember(data, 'refersTo') ?? '');
  const to = periodWindow(textMember(data, 'refersToEnd') ?? '');
  return from ? { earliest: from.earliest, latest: (to ?? from).latest } : window;
}

/** The days of a target's or forecast's date. */
export function targetWindow(data: EventData): Window | undefined {
  return periodWindow(textMember(data, 'targetDate') ?? '');
}
