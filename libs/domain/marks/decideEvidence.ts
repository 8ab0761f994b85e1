import { readPublicDay } from '../deciding/readPublicDay';
import type { DecidingContext } from '../deciding/decidingContext';
import type { Decision } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import { findFact } from './findFact';

/** A command to attach evidence to a fact, retracted or not. The documents' hashes stand in the event's metadata. */
export interface Evidence {
  readonly fact: string;
  /** The open question that it answers, in words. */
  readonly answers?: string | undefined;
  readonly reportedOn?: string | undefined;
}

/** Decides on evidence for a fact of this stream. */
export function decideEvidence(command: Evidence, fold: StreamFold, { today }: DecidingContext): Decision {
  const { fact, answers, reportedOn } = command;
  const marked = findFact(fold, fact);
  if ('rejected' in marked) return marked;
  const published = readPublicDay(reportedOn, today);
  if ('rejected' in published) return published;
  const data = { fact, ...(answers !== undefined && { answers }) };
  return { accepted: [{ type: 'EvidenceAttached.v1', data, public: published.mark }] };
}
