import type { DecidingContext } from '../deciding/decidingContext';
import type { Rejection } from '../deciding/decision';
import { happenedByNow } from '../deciding/happenedByNow';
import type { ReportedEprState } from '../events/eprLifeCycle';
import type { FactType } from '../events/factSchemas';
import { compareFacts } from '../facts/compareFacts';
import type { FactVersion } from '../facts/factVersion';
import { notAfterClosing, notBeforeOpening } from '../register/withinLife';
import { CONTRACT_TYPES } from '../rules/contractRule';
import { WHOLE_TRUST } from '../rules/trustEpr';
import { USE_TYPES } from '../rules/useTypes';
import { eprAlreadyRecorded } from './eprAlreadyRecorded';
import { EPR_TYPES } from './eprTypes';
import { eprFactWords, STATE_WORDS } from './eprWords';
import type { Judged } from './judgeFact';
import { judgeFact } from './judgeFact';

const IN_USE: ReadonlySet<FactType> = new Set<FactType>(['EprWentLive.v1', 'EprUseSuspended.v1', 'EprUseResumed.v1']);

function reserved({ data }: FactVersion): Rejection | undefined {
  if (data['deployment'] === WHOLE_TRUST) {
    const sentence = `“${WHOLE_TRUST}” stands for the trust as a whole and is not the name of a deployment.`;
    return { rule: 'deployment-reserved', sentence, pointer: '/deployment' };
  }
  return undefined;
}

const knownAs = ({ against }: Judged): string =>
  against === undefined
    ? 'known'
    : (STATE_WORDS[against.level as ReportedEprState] ?? `with its contract ${against.level}`);

function hintFor({ against }: Judged, others: readonly FactVersion[]): Pick<Rejection, 'hint' | 'fact'> {
  const basis = others.find(({ sequence }) => sequence === against?.why);
  return basis ? { hint: `If that is wrong, correct fact ${basis.fact} first.`, fact: basis.fact } : {};
}

/** The step itself, at its own time: contradicting what is known before it, or passing over steps without a reason. */
function againstBefore(
  candidate: FactVersion,
  others: readonly FactVersion[],
  reasonGiven: boolean,
): Rejection | undefined {
  const judged = judgeFact(candidate, others);
  if (judged.judgement === 'follows' || (judged.judgement === 'needs-reason' && reasonGiven)) return undefined;
  const words = eprFactWords(candidate);
  if (judged.judgement === 'needs-reason') {
    return {
      rule: 'epr-step-needs-reason',
      sentence: `By then the deployment is recorded as ${knownAs(judged)}: ${words} passes over steps or begins again, which needs a reason.`,
      pointer: '/reason',
      hint: 'Give the reason, or record the steps between first.',
    };
  }
  const sentence = `By then it is recorded as ${knownAs(judged)}: ${words} contradicts that.`;
  return { rule: 'epr-step-contradicts', sentence, ...hintFor(judged, others) };
}

const moves = ({ type }: FactVersion): boolean => USE_TYPES.has(type) || CONTRACT_TYPES.has(type);

/** Deployments stand apart; a return about the whole trust touches all of them. */
function touches({ data: a }: FactVersion, { data: b }: FactVersion): boolean {
  return a['deployment'] === undefined || b['deployment'] === undefined || a['deployment'] === b['deployment'];
}

/** What is recorded of later times: a fact that stood and would contradict what is known, were this one true. */
function againstAfter(candidate: FactVersion, known: readonly FactVersion[]): Rejection | undefined {
  const others = without(known, candidate);
  const moving = [candidate, ...known.filter(({ fact }) => fact === candidate.fact)].filter(moves);
  const from = Math.min(...moving.map(({ window }) => window.earliest));
  const changed = [...others, candidate].sort(compareFacts);
  for (const fact of others) {
    if (fact.window.latest < from || !moving.some((moved) => touches(moved, fact))) continue;
    if (judgeFact(fact, without(changed, fact)).judgement !== 'contradicts') continue;
    if (judgeFact(fact, without(known, fact)).judgement === 'contradicts') continue;
    return {
      rule: 'epr-step-contradicts',
      sentence: `${capital(eprFactWords(fact))} is recorded for a later time, and ${eprFactWords(candidate)} contradicts it.`,
      hint: `If that is wrong, correct fact ${fact.fact} first.`,
      fact: fact.fact,
    };
  }
  return undefined;
}

const without = (facts: readonly FactVersion[], { fact }: FactVersion): FactVersion[] =>
  facts.filter((other) => other.fact !== fact);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Two returns as at the same day about the same thing say the same, or one of them is to be corrected. */
function otherReturn(candidate: FactVersion, others: readonly FactVersion[]): Rejection | undefined {
  if (candidate.type !== 'EprStateReported.v1') return undefined;
  const { window, data } = candidate;
  const other = others.find(
    (fact) =>
      fact.type === candidate.type &&
      fact.data['deployment'] === data['deployment'] &&
      fact.data['state'] !== data['state'] &&
      fact.window.earliest === window.earliest &&
      fact.window.latest === window.latest,
  );
  if (!other) return undefined;
  return {
    rule: 'epr-step-contradicts',
    sentence: `${capital(eprFactWords(other))} is recorded as at the same time.`,
    hint: `If that is wrong, correct fact ${other.fact}.`,
    fact: other.fact,
  };
}

/**
 * Whether an EPR fact can stand beside the other effective facts of its trust. Checked, in this order: its name; that
 * it happened by now; that the trust was open; that it is not recorded already; that it follows from what is known
 * before it; that nothing recorded of a later time would now contradict what is known. Facts that contradicted before,
 * as imports may, hold nothing up.
 * @param known the trust's effective facts; where this is a correction, with the version that it replaces
 * @param reasonGiven whether a reason stands beside the fact, as in a correction
 */
export function checkEprFact(
  candidate: FactVersion,
  known: readonly FactVersion[],
  { today }: DecidingContext,
  reasonGiven = candidate.data['reason'] !== undefined,
): Rejection | undefined {
  const others = without(known, candidate);
  const refused =
    reserved(candidate) ??
    happenedByNow(candidate, today) ??
    notAfterClosing(candidate, others) ??
    (IN_USE.has(candidate.type) ? notBeforeOpening(candidate, others) : undefined);
  if (refused) return refused;
  const eprFacts = known.filter(({ type }) => EPR_TYPES.has(type));
  const besides = without(eprFacts, candidate);
  return (
    eprAlreadyRecorded(candidate, besides) ??
    otherReturn(candidate, besides) ??
    againstBefore(candidate, besides, reasonGiven) ??
    againstAfter(candidate, eprFacts)
  );
}
