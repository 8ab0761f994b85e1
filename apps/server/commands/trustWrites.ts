import { plainData } from './plainData';
import type { FactType } from '@milepost/domain';
import type { RequestFacts } from '../recording/requestFacts';
import { RecordTrustFact } from './recordTrustFact';
import { AssessmentBody, MilestoneBody, PlanBody, StateBody, SupportBody } from './reportBodies';
import type { ReportBody } from './reportBodies';
import { write } from './write';

/** What can be recorded about a trust, by the end of its address. */
export const TRUST_WRITES = {
  milestones: write('report', MilestoneBody, (ods, { type, ...report }, facts) =>
    recording(ods, `${type}.v1`, report, facts),
  ),
  plans: write('report', PlanBody, (ods, { type, ...report }, facts) => recording(ods, `${type}.v1`, report, facts)),
  states: write('report', StateBody, (ods, report, facts) => recording(ods, 'EprStateReported.v1', report, facts)),
  assessments: write('assess', AssessmentBody, (ods, report, facts) =>
    recording(ods, 'CapabilityAssessed.v1', report, facts),
  ),
  support: write('agree-support', SupportBody, (ods, { type, ...report }, facts) =>
    recording(ods, `${type}.v1`, report, facts),
  ),
};

function recording(ods: string, type: FactType, { reportedOn, ...data }: ReportBody, facts: RequestFacts) {
  return new RecordTrustFact(ods, type, plainData(data), reportedOn, facts);
}
