/** What a stream is about: `milepost.trust-RXX` is the trust RXX. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** So many are remembered, so that the subjects of a record's streams are the same objects; beyond that all are read anew. */
const MOST_REMEMBERED = 10_000;
const remembered = new Map<string, Subject>();

/** The subject that a stream's name says, whoever chose the name; a name without a hyphen is a kind without an id. */
export function subjectOf(stream: string): Subject {
  const known = remembered.get(stream);
  if (known) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const subject = readSubject(stream);
  remembered.set(stream, subject);
  return subject;
}

/** The name of a stream that is about this, in no ledger: `subjectOf(streamOf(subject))` is the subject. */
export function streamOf({ kind, id }: Subject): string {
  return `.${kind}-${id}`;
}

function readSubject(stream: string): Subject {
  const afterLedger = stream.indexOf('.') + 1;
  const hyphen = stream.indexOf('-', afterLedger);
  if (hyphen < 0) return { kind: stream.slice(afterLedger), id: '' };
  return { kind: stream.slice(afterLedger, hyphen), id: stream.slice(hyphen + 1) };
}
