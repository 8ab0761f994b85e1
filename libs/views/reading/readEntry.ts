import type { Day, FactType, Occurrence, Window } from '@milepost/domain';
import { cutToPublic, FACT_CORRECTED, factSchemas, parseDay, windowOf } from '@milepost/domain';
import { dataFits } from './dataFits';
import type { EndRead, Reading, RemarkRead, Unread } from './reading';
import type { ScannedEntry } from '@milepost/ledger';
import { subjectOf } from './subject';

type Data = Readonly<Record<string, unknown>>;

type MarkKind = (EndRead | RemarkRead)['kind'];

const MARKS: Readonly<Record<string, MarkKind>> = {
  'FactRetracted.v1': 'retracted',
  'FactReinstated.v1': 'reinstated',
  'FactDisputed.v1': 'disputed',
  'DisputeResolved.v1': 'resolved',
  'EvidenceAttached.v1': 'evidence',
};
const OURS_BUT_NO_FACT = new Set([
  'LedgerOpened.v1',
  'LedgerEpochOpened.v1',
  'TokenIssued.v1',
  'TokenRevoked.v1',
  'ImportCompleted.v1',
]);

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string | null): Data | undefined {
  const value: unknown = text === null ? undefined : JSON.parse(text);
  return isObject(value) ? value : undefined;
}

/** The day that an event's metadata says it became public; undefined where it does not say so in our form. */
function publicDay(metadata: Data | undefined): Day | undefined {
  const told = metadata?.['public'];
  const on = isObject(told) ? told['on'] : undefined;
  return typeof on === 'string' ? parseDay(on) : undefined;
}

const unread = (sequence: number, reason: string): Unread => ({ kind: 'unread', sequence, reason });

/** The days of a version, cut to its public day; undefined where dates and precision do not belong together. */
function windowIn(data: Data, publicOn: Day): Window | undefined {
  try {
    return cutToPublic(windowOf(data as unknown as Occurrence), publicOn);
  } catch {
    return undefined;
  }
}

function stated(row: ScannedEntry, data: Data, publicOn: Day): Reading {
  const [sequence, stream, , , type, , text] = row;
  const window = windowIn(data, publicOn);
  if (!window) return unread(sequence, 'data-not-of-its-type');
  return {
    kind: 'stated',
    sequence,
    subject: subjectOf(stream),
    publicOn,
    fact: undefined,
    type: type as FactType,
    window,
    data,
    text: text as string,
  };
}

function corrected([sequence, stream]: ScannedEntry, { corrects, ...data }: Data, publicOn: Day): Reading {
  const window = windowIn(data, publicOn);
  if (!window) return unread(sequence, 'data-not-of-its-type');
  const { fact, type } = corrects as { readonly fact: string; readonly type: FactType };
  const text = JSON.stringify(data);
  return { kind: 'corrected', sequence, subject: subjectOf(stream), publicOn, fact, type, window, data, text };
}

/** The type whose shape an entry's data has to have; a correction's that of the fact that it corrects. */
function shapeOf(type: string, data: Data): string | undefined {
  if (type !== FACT_CORRECTED) return type;
  const corrects = data['corrects'];
  return isObject(corrects) && typeof corrects['type'] === 'string' ? corrects['type'] : undefined;
}

/**
 * Reads one entry; never throws for what is in it. The rule for what Milepost did not write, or not so: an entry whose
 * type is not known, whose data has not the shape of its type, or whose metadata names no public day, is counted with
 * the reason, is no fact, and stops no view.
 */
export function readEntry(row: ScannedEntry): Reading {
  const [sequence, stream, , , type, , text, metadata] = row;
  if (OURS_BUT_NO_FACT.has(type)) return { kind: 'no-fact', sequence };
  const isFact = Object.hasOwn(factSchemas, type);
  const isCorrection = type === FACT_CORRECTED;
  if (!isFact && !isCorrection && !Object.hasOwn(MARKS, type)) return unread(sequence, 'type-not-known');
  const data = parsed(text);
  const shape = data && shapeOf(type, data);
  if (!data || shape === undefined || !dataFits(shape, data, isCorrection)) {
    return unread(sequence, 'data-not-of-its-type');
  }
  const publicOn = publicDay(parsed(metadata));
  if (publicOn === undefined) return unread(sequence, 'no-public-day');
  if (isFact) return stated(row, data, publicOn);
  if (isCorrection) return corrected(row, data, publicOn);
  const named = (data['fact'] ?? data['dispute']) as string;
  return { kind: MARKS[type] as MarkKind, sequence, subject: subjectOf(stream), publicOn, named };
}
