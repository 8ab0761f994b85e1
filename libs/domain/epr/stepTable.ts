import type { ReportedEprState } from '../events/eprLifeCycle';
import { EPR_STATES } from '../events/eprLifeCycle';
import type { FactVersion } from '../facts/factVersion';
import type { ContractLevel } from '../rules/contractRule';

/** How a step stands to what is known before it: it follows; it follows with a reason given; it cannot be. */
export type Judgement = 'follows' | 'needs-reason' | 'contradicts';

/** Every step that a command can record about a deployment, but a return. */
export type Step =
  | 'outline_case'
  | 'procuring'
  | 'full_case'
  | 'awarded'
  | 'signed'
  | 'expired'
  | 'implementing'
  | 'live_partial'
  | 'live'
  | 'suspended'
  | 'resumed'
  | 'withdrawn'
  | 'planned'
  | 'postponed';

interface Row {
  readonly follows: readonly ReportedEprState[];
  readonly needsReason?: readonly ReportedEprState[];
}

/** From beginning to end: the steps before a system is in use. */
const BEFORE_CONTRACT = ['none', 'outline_case', 'procuring', 'full_case'] as const;
const UNDER_CONTRACT = ['contracted', 'implementing', 'live_partial', 'live'] as const;

/**
 * Which step follows which state of use; after a state that a row does not name it contradicts. From a state that is not
 * known every step follows. A step that passes over others needs a reason; so does beginning again after a withdrawal.
 * A step behind what is known, or repeated, contradicts. Contracts are apart from use: one is signed or renewed while a
 * system is in use, and expires without switching it off; the contract's own table below is asked too.
 */
const USE_TABLE: Readonly<Record<Step, Row>> = {
  outline_case: { follows: ['none', 'outline_case', 'withdrawn'] },
  procuring: { follows: ['outline_case', 'withdrawn'], needsReason: ['none', 'procuring'] },
  full_case: { follows: ['procuring'], needsReason: ['none', 'outline_case', 'withdrawn'] },
  awarded: {
    follows: ['procuring', 'full_case', ...UNDER_CONTRACT, 'suspended'],
    needsReason: ['none', 'outline_case', 'withdrawn'],
  },
  signed: {
    follows: ['full_case', ...UNDER_CONTRACT],
    needsReason: ['none', 'outline_case', 'procuring', 'withdrawn'],
  },
  expired: { follows: EPR_STATES },
  implementing: { follows: ['contracted'], needsReason: [...BEFORE_CONTRACT, 'suspended', 'withdrawn'] },
  live_partial: {
    follows: ['implementing', 'live_partial'],
    needsReason: [...BEFORE_CONTRACT, 'contracted', 'withdrawn'],
  },
  live: { follows: ['implementing', 'live_partial'], needsReason: [...BEFORE_CONTRACT, 'contracted', 'withdrawn'] },
  suspended: { follows: ['live_partial', 'live'] },
  resumed: { follows: ['suspended'] },
  withdrawn: { follows: EPR_STATES.filter((state) => state !== 'none' && state !== 'withdrawn') },
  planned: {
    follows: EPR_STATES.filter((state) => state !== 'live' && state !== 'withdrawn'),
    needsReason: ['withdrawn'],
  },
  postponed: { follows: EPR_STATES.filter((state) => state !== 'live' && state !== 'withdrawn') },
};

type ContractStep = 'announced' | 'awarded' | 'signed' | 'expired';
type ContractRow = Readonly<Record<ContractLevel, Judgement>>;

/** Which step follows which status of the contract. From a status that is not known every step follows. */
const CONTRACT_TABLE: Readonly<Record<ContractStep, ContractRow>> = {
  announced: { announced: 'contradicts', awarded: 'contradicts', signed: 'needs-reason', expired: 'follows' },
  awarded: { announced: 'follows', awarded: 'contradicts', signed: 'needs-reason', expired: 'follows' },
  signed: { announced: 'follows', awarded: 'follows', signed: 'needs-reason', expired: 'follows' },
  expired: { announced: 'contradicts', awarded: 'follows', signed: 'follows', expired: 'contradicts' },
};

const STEPS: Partial<Record<FactVersion['type'], Step>> = {
  'EprProcurementStarted.v1': 'procuring',
  'EprContractAwarded.v1': 'awarded',
  'EprContractSigned.v1': 'signed',
  'EprContractExpired.v1': 'expired',
  'EprImplementationStarted.v1': 'implementing',
  'EprPlanPublished.v1': 'planned',
  'EprGoLivePlanned.v1': 'planned',
  'EprGoLivePostponed.v1': 'postponed',
  'EprUseSuspended.v1': 'suspended',
  'EprUseResumed.v1': 'resumed',
  'EprWithdrawn.v1': 'withdrawn',
};

/** The step that a fact is; undefined for a return, a rating and an incident, which are none. */
export function stepOf({ type, data }: Pick<FactVersion, 'type' | 'data'>): Step | undefined {
  if (type === 'EprBusinessCaseApproved.v1') return data['stage'] === 'full' ? 'full_case' : 'outline_case';
  if (type === 'EprWentLive.v1') return data['extent'] === 'partial' ? 'live_partial' : 'live';
  return STEPS[type];
}

/** How a step stands to a known state of use. */
export function useJudgement(step: Step, state: ReportedEprState): Judgement {
  const { follows, needsReason } = USE_TABLE[step];
  if (follows.includes(state)) return 'follows';
  return needsReason?.includes(state) ? 'needs-reason' : 'contradicts';
}

/** How a step of the contract stands to its known status. */
export function contractJudgement(step: ContractStep, status: ContractLevel): Judgement {
  return CONTRACT_TABLE[step][status];
}
