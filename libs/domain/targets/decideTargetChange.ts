import { candidateOf, UNRECORDED } from '../deciding/candidateOf';
import type { Proposal } from '../deciding/candidateOf';
import type { DecidingContext } from '../deciding/decidingContext';
import type { Decision, Rejection } from '../deciding/decision';
import { rejected } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import type { EventData } from '../facts/eventMembers';
import { numberMember, textMember, textsMember } from '../facts/eventMembers';
import type { FactVersion } from '../facts/factVersion';
import { checkTargetChange, isAboutTarget } from './checkTargetChange';
import { targetOn, targetStatus } from './targetState';
import { programmeOfEnd } from './targetTypes';

/** A command to set or change a target, or to revise a programme's end. */
export interface TargetCommand extends Proposal {
  /** Id of the target; a programme's end is `{programme}-end`. */
  readonly target: string;
}

/** Type of a live change of a programme's end: a programme itself is launched and succeeded elsewhere. */
const END_REVISED = 'ProgrammeEndRevised.v1';

/** Decides on a change of a target over its own stream, or its programme's: who decided and why must be said, what moves must move. */
export function decideTargetChange(command: TargetCommand, fold: StreamFold, context: DecidingContext): Decision {
  const { target, type, data } = command;
  const refused = misdirected(command) ?? changeRefused(data) ?? standing(target, type, fold.facts, context);
  if (refused) return rejected(refused);
  const candidate = candidateOf(command, UNRECORDED, fold.next, context.today);
  if ('rejected' in candidate) return candidate;
  const rejection = checkTargetChange(candidate.version, fold.facts, context);
  return rejection ? rejected(rejection) : { accepted: [{ type, data, public: candidate.public }] };
}

/** What is refused whatever is recorded: said before the shape of the data is looked at, because it says more than a schema can. */
export function changeRefused(data: EventData): Rejection | undefined {
  return thresholdRefused(data) ?? undecided(data);
}

/** A share is between none and all. */
function thresholdRefused(data: EventData): Rejection | undefined {
  for (const member of ['thresholdPercentLow', 'thresholdPercentHigh']) {
    const percent = numberMember(data, member);
    if (percent === undefined || (percent >= 0 && percent <= 100)) continue;
    const sentence = `A threshold is from 0 to 100 percent of the trusts counted; ${percent} is not.`;
    return { rule: 'threshold-out-of-range', sentence, pointer: `/${member}` };
  }
  return undefined;
}

/** Ids that end as those of programmes' ends do name nothing else. */
function misdirected({ target, type }: TargetCommand): Rejection | undefined {
  const isEnd = programmeOfEnd(target) !== undefined;
  if (isEnd === (type === END_REVISED)) return undefined;
  return isEnd
    ? {
        rule: 'target-is-programme-end',
        sentence: `${target} is the end of a programme, which only a revision moves.`,
        hint: 'Send type ProgrammeEndRevised, or name another target.',
      }
    : {
        rule: 'target-is-no-programme-end',
        sentence: `${target} is not the end of a programme.`,
        hint: 'The end of a programme has the id of the programme followed by "-end".',
      };
}

/** Who reads it later must be able to find out who decided, and why. An import may say that this is not known; a command may not. */
function undecided(data: EventData): Rejection | undefined {
  if (textMember(data, 'authority') === undefined) {
    const sentence = 'Say which role or body decided this.';
    return { rule: 'change-without-authority', sentence, pointer: '/authority' };
  }
  if (textsMember(data, 'reasons').length === 0) {
    return { rule: 'change-without-reasons', sentence: 'Say why this was decided.', pointer: '/reasons' };
  }
  return undefined;
}

function standing(
  target: string,
  type: TargetCommand['type'],
  facts: readonly FactVersion[],
  { today }: DecidingContext,
): Rejection | undefined {
  const about = facts.filter(isAboutTarget);
  const isSet = about.length > 0;
  if (type === 'TargetSet.v1') {
    const stands = isSet && targetStatus(targetOn(about, today)) !== 'withdrawn';
    const [first] = about;
    if (!stands || first === undefined) return undefined;
    return {
      rule: 'target-already-set',
      sentence: `${target} is set already.`,
      hint: 'Record what changed, or correct the fact that set it.',
      fact: first.fact,
    };
  }
  if (!isSet) return { rule: 'unknown-target', sentence: `${target} was never set in this record.` };
  if (targetStatus(targetOn(about, today)) !== 'withdrawn') return undefined;
  const withdrawal = about.findLast((fact) => fact.type === 'TargetWithdrawn.v1');
  return {
    rule: 'target-withdrawn',
    sentence: `${target} was withdrawn.`,
    hint: 'Set it anew, or retract the withdrawal if it was recorded in error.',
    ...(withdrawal && { fact: withdrawal.fact }),
  };
}
