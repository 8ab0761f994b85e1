import type { CapabilityAssessed, Day, FactType, Occurrence, Window } from '@milepost/domain';
import { CONTRACT_TYPES, cutToPublic, FACT_CORRECTED, factSchemas, levelRules, windowOf } from '@milepost/domain';
import type { LedgerReader, ScannedEntry } from '@milepost/ledger';
import { dataFits } from './dataFits';
import { publicDay } from './publicDay';
import { READ_BY_QUESTIONS } from './readByQuestions';
import type { EndRead, Reading, RemarkRead, Unread, VersionRead } from './reading';
import { subjectOf } from './subject';
import { trustsNamed } from './trustsNamed';

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

const READ: ReadonlySet<FactType> = new Set([
  ...levelRules.flatMap(({ types }) => [...types]),
  ...CONTRACT_TYPES,
  ...READ_BY_QUESTIONS,
]);

/** Finds the entries that marks name by their ids. */
type ById = Pick<LedgerReader, 'sequenceById'>;

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string | null): Data | undefined {
  const value: unknown = text === null ? undefined : JSON.parse(text);
  return isObject(value) ? value : undefined;
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

function seriesOf(data: Data): string {
  const { framework, frameworkVersion, careSetting } = data as unknown as CapabilityAssessed;
  return `${framework} ${frameworkVersion} ${careSetting}`;
}

/** What a version says, whether it is a fact's first or a correction. */
function version(
  [sequence, stream, , , , , text]: ScannedEntry,
  publicOn: Day,
  data: Data,
  first: Pick<VersionRead, 'kind' | 'fact' | 'type'>,
): Reading {
  const window = windowIn(data, publicOn);
  if (!window) return unread(sequence, 'data-not-of-its-type');
  const { kind, fact, type } = first;
  const subject = subjectOf(stream);
  return {
    kind,
    sequence,
    subject,
    publicOn,
    fact,
    type,
    window,
    others: trustsNamed(type, subject, data),
    series: type === 'CapabilityAssessed.v1' ? seriesOf(data) : undefined,
    restated: data['restated'] === true,
    text: !READ.has(type) ? null : kind === 'stated' ? text : JSON.stringify(data),
  };
}

function corrected(row: ScannedEntry, publicOn: Day, { corrects, ...data }: Data, ledger: ById): Reading {
  const { fact, type } = corrects as { readonly fact: string; readonly type: FactType };
  return version(row, publicOn, data, { kind: 'corrected', fact: ledger.sequenceById(fact), type });
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
export function readEntry(row: ScannedEntry, ledger: ById): Reading {
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
  const publicOn = publicDay(metadata);
  if (publicOn === undefined) return unread(sequence, 'no-public-day');
  if (isFact) return version(row, publicOn, data, { kind: 'stated', fact: undefined, type: type as FactType });
  if (isCorrection) return corrected(row, publicOn, data, ledger);
  const named = ledger.sequenceById((data['fact'] ?? data['dispute']) as string);
  return { kind: MARKS[type] as MarkKind, sequence, subject: subjectOf(stream), publicOn, named };
}
