import type { JsonObject } from '@milepost/event-store';
import { AttachEvidence } from './attachEvidence';
import { CorrectFact } from './correctFact';
import { DisputeFact } from './disputeFact';
import { CorrectionBody, DisputeBody, EvidenceBody, ReplacementBody, ResolutionBody } from './markBodies';
import { ReinstateFact } from './reinstateFact';
import { ResolveDispute } from './resolveDispute';
import { RetractFact } from './retractFact';
import { write } from './write';

/** What can be recorded about a fact, by the end of its address. */
export const FACT_WRITES = {
  correction: write(
    'correct',
    CorrectionBody,
    (fact, { replaces, reason, data, reportedOn }, facts) =>
      new CorrectFact(fact, replaces, reason, data as JsonObject, reportedOn, facts),
  ),
  retraction: write(
    'correct',
    ReplacementBody,
    (fact, { replaces, reason, reportedOn }, facts) => new RetractFact(fact, replaces, reason, reportedOn, facts),
  ),
  reinstatement: write(
    'correct',
    ReplacementBody,
    (fact, { replaces, reason, reportedOn }, facts) => new ReinstateFact(fact, replaces, reason, reportedOn, facts),
  ),
  dispute: write(
    'dispute',
    DisputeBody,
    (fact, { grounds, reportedOn }, facts) => new DisputeFact(fact, grounds, reportedOn, facts),
  ),
  resolution: write(
    'resolve-dispute',
    ResolutionBody,
    (fact, { dispute, outcome, reportedOn }, facts) => new ResolveDispute(fact, dispute, outcome, reportedOn, facts),
  ),
  evidence: write('attach-evidence', EvidenceBody, (fact, { documents, answers, reportedOn }, facts) => {
    const evidence = documents.map(({ sha256, bytes, mediaType }) => ({ sha256, bytes, mediaType }));
    return new AttachEvidence(fact, evidence, answers, reportedOn, facts);
  }),
};
