import type { FactType } from '@milepost/domain';
import type { Subject } from '../reading/subject';

/** What a link is for its subject, as a column. */
export const TOPIC = { register: 0, epr: 1, assessment: 2, other: 3, mark: 9 } as const;
export type Topic = (typeof TOPIC)[keyof typeof TOPIC];

const REGISTER: ReadonlySet<FactType> = new Set<FactType>([
  'TrustRegistered.v1',
  'TrustRenamed.v1',
  'TrustMoved.v1',
  'TrustTypeChanged.v1',
  'TrustObserved.v1',
  'TrustClosed.v1',
]);

const isEpr = (type: FactType): boolean => type.startsWith('Epr') || type === 'IncidentReported.v1';

/**
 * A trust's EPR facts stand in its own stream, and in that of a shared programme where they name the trust as a member.
 * Register facts and assessments count in the trust's own stream only.
 */
export function topicOf(type: FactType, stream: Subject, about: Subject): Topic {
  if (about.kind !== 'trust') return TOPIC.other;
  if (isEpr(type)) return TOPIC.epr;
  if (stream.kind !== 'trust' || stream.id !== about.id) return TOPIC.other;
  if (REGISTER.has(type)) return TOPIC.register;
  return type === 'CapabilityAssessed.v1' ? TOPIC.assessment : TOPIC.other;
}
