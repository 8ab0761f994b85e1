import { cutToPublic, parseDay, windowOf } from '@milepost/domain';
import type { FactType, Occurrence } from '@milepost/domain';
import type { FactView } from '@milepost/views';

/** A day that exists, or the test is wrong. */
export function day(text: string): number {
  const found = parseDay(text);
  if (found === undefined) throw new Error(`${text} is no day`);
  return found;
}

export type ScriptedFact = FactView & { readonly ods: string; readonly name: string };

interface Told {
  readonly sequence: number;
  readonly type: FactType;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>> & Occurrence;
  readonly publicOn: string;
  readonly publicHow?: string;
  readonly name?: string;
}

/** Id of the event at an entry number. */
export function idOf(sequence: number): string {
  return `00000000-0000-4000-8000-${String(sequence).padStart(12, '0')}`;
}

export function fact({
  sequence,
  type,
  subject,
  data,
  publicOn,
  publicHow = 'reported',
  name = '',
}: Told): ScriptedFact {
  const { occurredOn, occurredBy, precision } = data;
  const occurrence: Occurrence = {
    precision,
    ...(occurredOn === undefined ? {} : { occurredOn }),
    ...(occurredBy === undefined ? {} : { occurredBy }),
  };
  return {
    sequence,
    fact: idOf(sequence),
    version: idOf(sequence),
    type,
    subject,
    occurrence,
    window: cutToPublic(windowOf(occurrence), day(publicOn)),
    publicOn: day(publicOn),
    publicHow,
    data,
    disputed: false,
    ods: subject.replace('trust-', ''),
    name,
  };
}
