import type { Day, FactType, Occurrence, Window } from '@milepost/domain';
import { cutToPublic, FACT_CORRECTED, factSchemas, parseDay, windowOf } from '@milepost/domain';
import { dataFits } from './dataFits';
import type { EndRead, Reading, RemarkRead, VersionRead } from './reading';
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

type Read = Pick<VersionRead, 'sequence' | 'subject' | 'publicOn'>;

function version(
  type: FactType,
  data: Data,
  text: string,
  fact: string | undefined,
  read: Read,
): VersionRead | undefined {
  let window: Window;
  try {
    window = cutToPublic(windowOf(data as unknown as Occurrence), read.publicOn);
  } catch {
    return undefined;
  }
  if (fact === undefined) return { kind: 'stated', ...read, fact, type, window, data, text };
  const { corrects: _, ...complete } = data;
  return { kind: 'corrected', ...read, fact, type, window, data: complete, text: JSON.stringify(complete) };
}

/**
 * Reads one entry; never throws for what is in it. The rule for what Milepost did not write, or not so: an entry whose
 * type is not known, whose data has not the shape of its type, or whose metadata names no public day, is counted with
 * the reason, is no fact, and stops no view.
 */
export function readEntry(row: ScannedEntry): Reading {
  const [sequence, stream, , , type, , dataText, metadataText] = row;
  const unread = (reason: string): Reading => ({ kind: 'unread', sequence, reason });
  if (OURS_BUT_NO_FACT.has(type)) return { kind: 'no-fact', sequence };
  const isFact = Object.hasOwn(factSchemas, type);
  if (!isFact && type !== FACT_CORRECTED && !Object.hasOwn(MARKS, type)) return unread('type-not-known');
  const data = parsed(dataText);
  if (!data) return unread('data-is-no-object');
  const corrects = type === FACT_CORRECTED ? data['corrects'] : undefined;
  const corrected = isObject(corrects) ? corrects : undefined;
  if (type === FACT_CORRECTED && !corrected) return unread('data-not-of-its-type');
  const shape = (corrected ? corrected['type'] : type) as string;
  if (!dataFits(shape, data, corrected !== undefined)) return unread('data-not-of-its-type');
  const publicOn = publicDay(parsed(metadataText));
  if (publicOn === undefined) return unread('no-public-day');
  const read = { sequence, subject: subjectOf(stream), publicOn };
  if (isFact || corrected) {
    const fact = corrected?.['fact'] as string | undefined;
    return version(shape as FactType, data, dataText as string, fact, read) ?? unread('data-not-of-its-type');
  }
  return { kind: MARKS[type] as MarkKind, ...read, named: (data['fact'] ?? data['dispute']) as string };
}
