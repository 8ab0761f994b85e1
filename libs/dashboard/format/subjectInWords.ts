import { slugInWords } from './slugInWords';
import { wordFor } from './wordFor';

const KINDS: Readonly<Record<string, string>> = {
  trust: 'Trust',
  icb: 'Integrated care board',
  sharedepr: 'Shared EPR programme',
  programme: 'Programme',
  target: 'Target',
  standard: 'Standard',
  position: 'Position agreed',
  statement: 'Public claim',
  source: 'Source',
  log: 'This record itself',
};

/** Kinds of what a record is about, as the names of streams begin. */
export const SUBJECT_KINDS: readonly string[] = Object.keys(KINDS);

/** `icb` as `Integrated care board`. */
export function subjectKindInWords(kind: string): string {
  return wordFor(KINDS, kind) ?? kind;
}

/** What a stream is about, without the ledger's name: `trust-RXX` as `Trust RXX`. */
export function subjectInWords(subject: string): string {
  const [kind = '', ...rest] = subject.split('-');
  const known = wordFor(KINDS, kind);
  if (known === undefined) return subject;
  if (kind === 'log') return known;
  const id = rest.join('-');
  return kind === 'trust' || kind === 'icb' ? `${known} ${id}` : `${known}: ${slugInWords(id).toLowerCase()}`;
}
