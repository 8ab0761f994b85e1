/** What a stream is about: `milepost.trust-RXX` is the trust RXX. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** The subject that a stream's name says, whoever chose the name; a name without a hyphen is a kind without an id. */
export function subjectOf(stream: string): Subject {
  const afterLedger = stream.indexOf('.') + 1;
  const hyphen = stream.indexOf('-', afterLedger);
  if (hyphen < 0) return { kind: stream.slice(afterLedger), id: '' };
  return { kind: stream.slice(afterLedger, hyphen), id: stream.slice(hyphen + 1) };
}
