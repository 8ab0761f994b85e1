import type { DecidingContext } from '../deciding/decidingContext';
import type { Decision, DomainEvent, Rejection } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import { foldStream } from '../deciding/foldStream';
import type { StreamEvent } from '../facts/streamEvent';
import type { Day } from '../time/day';
import { parseDay } from '../time/day';

/** Writes for specs what a stream holds: events in order, with numbers and ids of their own. */

export const day = (text: string): Day => parseDay(text) as Day;

/** The id of the n-th event of a story, from 0. */
export const eventId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export type Told = Pick<StreamEvent, 'type' | 'data'> & { readonly publicOn?: string; readonly requestHash?: string };

/** A fact on a day, public on it. */
export const on = (date: string, type: string, data: Record<string, unknown> = {}): Told => ({
  type,
  data: { occurredOn: date, precision: 'day', ...data },
  publicOn: date,
});

/** A fact within a month, public long after it. */
export const inMonth = (month: string, type: string, data: Record<string, unknown> = {}): Told => ({
  type,
  data: { occurredOn: month, precision: 'month', ...data },
  publicOn: '2030-01-01',
});

export const registered = (date = '1991-04-01'): Told =>
  on(date, 'TrustRegistered.v1', { name: 'A Trust', kind: 'nhs_trust', country: 'England' });

/** The events of a stream, numbered from 0, with ids by number. */
export const stream = (...told: readonly Told[]): StreamEvent[] =>
  told.map((event, sequence) => ({ ...event, sequence, id: eventId(sequence) }));

/** Given these events of one stream. */
export const given = (...told: readonly Told[]): StreamFold => foldStream(stream(...told));

export const today: DecidingContext = { today: day('2026-11-24'), ledger: 'live' };

/** The events that a decision accepted. Fails the spec with the rejection otherwise. */
export function accepted(decision: Decision): readonly DomainEvent[] {
  if ('rejected' in decision) throw new Error(`${decision.rejected.rule}: ${decision.rejected.sentence}`);
  return decision.accepted;
}

/** The rejection. Fails the spec where the command was accepted. */
export function refused(decision: Decision): Rejection {
  if ('accepted' in decision) throw new Error('Accepted, and should have been refused.');
  return decision.rejected;
}
