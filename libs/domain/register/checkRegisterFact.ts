import { alreadyRecorded } from '../deciding/alreadyRecorded';
import { codeRefused } from '../deciding/codeRefused';
import type { DecidingContext } from '../deciding/decidingContext';
import type { Rejection } from '../deciding/decision';
import type { RejectionRule } from '../deciding/rejectionRules';
import type { FactType } from '../events/factSchemas';
import { EPR_TYPES } from '../epr/eprTypes';
import type { FactVersion } from '../facts/factVersion';
import { verdictOn } from '../rules/profileOf';
import { NOT_KNOWN } from '../rules/levelRule';
import { icbRule, regionRule } from '../rules/registerRules';
import { trustLife } from './trustLife';
import { notAfterClosing } from './withinLife';

type Check = (
  candidate: FactVersion,
  others: readonly FactVersion[],
  context: DecidingContext,
) => Rejection | undefined;

const once = (rule: RejectionRule, sentence: string, fact: FactVersion): Rejection => ({
  rule,
  sentence,
  hint: `Correct fact ${fact.fact} instead.`,
  fact: fact.fact,
});

const registeredOnce: Check = (_, others) => {
  const { registered } = trustLife(others);
  return registered && once('trust-already-registered', 'This trust is registered already.', registered);
};

const closing: Check = (candidate, others) => {
  const { registered, closed } = trustLife(others);
  if (closed) return once('trust-already-closed', 'The closing of this trust is recorded already.', closed);
  if (registered && candidate.window.latest < registered.window.earliest) {
    return {
      rule: 'closed-before-opened',
      sentence: 'The last day of this trust would be before its first.',
      pointer: '/occurredOn',
      hint: `Check the day, or correct the opening, fact ${registered.fact}.`,
      fact: registered.fact,
    };
  }
  const later = others.find(({ type, window }) => EPR_TYPES.has(type) && window.earliest > candidate.window.latest);
  return (
    later && {
      rule: 'trust-closed',
      sentence: 'A fact about its EPR is recorded for a day after this closing.',
      pointer: '/occurredOn',
      hint: `Check the day, or correct fact ${later.fact}.`,
      fact: later.fact,
    }
  );
};

const succession: Check = ({ data }, others, { ledger }) => {
  const earlier = others.find(({ type }) => type === 'TrustSucceeded.v1');
  if (earlier) {
    return once(
      'succession-already-recorded',
      'All successors of a trust stand in one fact, which is recorded already.',
      earlier,
    );
  }
  const codes = (data['successors'] as readonly { readonly ods: string }[]).map(({ ods }) => ods);
  const twice = codes.findIndex((code, index) => codes.indexOf(code) !== index);
  if (twice >= 0) {
    const sentence = `${codes[twice]} is named twice among the successors.`;
    return { rule: 'successor-named-twice', sentence, pointer: `/successors/${twice}/ods` };
  }
  return codes.map((code, index) => codeRefused(code, ledger, `/successors/${index}/ods`)).find(Boolean);
};

/** Where the move says whence, it agrees with what is known of the day before. */
const move: Check = ({ data, window }, others) => {
  if (data['toIcb'] === undefined && data['toRegion'] === undefined) {
    const sentence = 'A move says where to: an ICB, a region or both.';
    return { rule: 'move-says-nothing', sentence, pointer: '/toIcb' };
  }
  for (const [member, rule] of [
    ['fromIcb', icbRule],
    ['fromRegion', regionRule],
  ] as const) {
    const from = data[member];
    const known = verdictOn(rule, others, window.earliest - 1);
    if (typeof from !== 'string' || known.level === NOT_KNOWN || known.level === from) continue;
    const basis = others.find(({ sequence }) => sequence === known.why);
    return {
      rule: 'move-contradicts',
      sentence: `The trust is recorded in ${known.level} before that day, not in ${from}.`,
      pointer: `/${member}`,
      ...(basis && { hint: `If that is wrong, correct fact ${basis.fact} first.`, fact: basis.fact }),
    };
  }
  return undefined;
};

const OWN: Partial<Record<FactType, Check>> = {
  'TrustRegistered.v1': registeredOnce,
  'TrustClosed.v1': closing,
  'TrustSucceeded.v1': succession,
  'TrustMoved.v1': move,
};

/** Facts that a trust can still be the subject of once it has closed. */
const AFTER_CLOSING: ReadonlySet<FactType> = new Set<FactType>([
  'TrustRegistered.v1',
  'TrustClosed.v1',
  'TrustSucceeded.v1',
  'TrustObserved.v1',
  'ServicesTransferred.v1',
]);

/** The types of fact that make up the register of trusts. */
export const REGISTER_TYPES: ReadonlySet<FactType> = new Set<FactType>([
  ...AFTER_CLOSING,
  'TrustRenamed.v1',
  'TrustMoved.v1',
  'TrustTypeChanged.v1',
  'CareSettingsProvided.v1',
]);

/**
 * Whether a register fact can stand beside the other effective facts of its trust: opened once, closed once and not
 * before it opened nor before something recorded of its EPR, succeeded in one fact, moved from where it was. Such facts
 * may be announced ahead of their day.
 */
export const checkRegisterFact: Check = (candidate, known, context) => {
  const others = known.filter(({ fact }) => fact !== candidate.fact);
  return (
    (AFTER_CLOSING.has(candidate.type) ? undefined : notAfterClosing(candidate, others)) ??
    OWN[candidate.type]?.(candidate, others, context) ??
    alreadyRecorded(candidate, others)
  );
};
