import type { Verdict } from '@milepost/domain';
import type { Moment } from '../moment';
import type { Differing, TrustDifference } from '../movement/differences';
import { DIFFERING } from '../movement/differences';
import type { Page } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import type { AskedRule } from './asked';
import { EPR_STATE, GROUPS, METRICS, NAME, SCOPE } from './asked';
import { isSame, trustsInOrder } from './movement';
import { LinkClues } from './movementClues';
import type { OpenFile } from './openFile';
import { sightOf } from './sight';
import { codesOfTrusts } from './trustCodes';
import { nameOfTrust } from './trustNames';
import { verdictsOfAll } from './verdicts';

const RULES: Readonly<Record<Differing, AskedRule>> = {
  scope: SCOPE,
  name: NAME,
  ...GROUPS,
  'epr-state': EPR_STATE,
  'epr-live': METRICS['epr-live'],
  'epr-live-or-implementing': METRICS['epr-live-or-implementing'],
};

/**
 * Everything that the rules say otherwise of a trust at the second moment, trust by trust, each with the steps of the path
 * at which it changed: what was corrected or learned later about the first day, and what came to pass up to the second.
 */
export function compare(
  file: OpenFile,
  ledger: EntrySource,
  from: Moment,
  to: Moment,
  offset: number,
  limit: number,
): Page<TrustDifference> {
  const codes = codesOfTrusts(file);
  const found = new Map<number, TrustDifference[]>();
  for (const what of DIFFERING) {
    for (const [about, changes] of changesOf(file, ledger, from, to, what, codes)) {
      const ods = codes.get(about) as string;
      const [first, last] = [changes[0], changes.at(-1)] as [Change, Change];
      if (first.before === last.after) continue;
      const difference = { ods, name: ods, what, before: first.before, after: last.after, changes };
      found.set(about, [...(found.get(about) ?? []), difference]);
    }
  }
  const all = trustsInOrder(codes).flatMap((about) => (found.get(about) ?? []).map((one) => ({ about, one })));
  const sight = sightOf(to);
  const items = all
    .slice(offset, offset + limit)
    .map(({ about, one }) => ({ ...one, name: nameOfTrust(file, sight, about, one.ods) }));
  return { items, total: all.length };
}

type Change = TrustDifference['changes'][number];

function changesOf(
  file: OpenFile,
  ledger: EntrySource,
  from: Moment,
  to: Moment,
  what: Differing,
  codes: ReadonlyMap<number, string>,
): Map<number, Change[]> {
  const rule = RULES[what];
  const [first, onDay, last] = [from, { ...to, asOf: from.asOf }, to].map(sightOf) as [Sighted, Sighted, Sighted];
  const read = (sight: Sighted): Map<number, Verdict> => verdictsOfAll(file, rule, sight);
  const before = read(first);
  const known = isSame(first, onDay) ? before : read(onDay);
  const after = isSame(onDay, last) ? known : read(last);
  const clues = new LinkClues(file, ledger, { from: first, to: last }, rule, undefined, codes);
  const changes = new Map<number, Change[]>();
  for (const about of codes.keys()) {
    const [one, two, three] = [before, known, after].map((all) => all.get(about) as Verdict) as [
      Verdict,
      Verdict,
      Verdict,
    ];
    const own: Change[] = [];
    if (one.level !== two.level) {
      const { corrected, entry } = clues.learned(about, { what: 'verdict', before: one, after: two });
      own.push({ cause: corrected ? 'correction' : 'learned-later', before: one.level, after: two.level, entry });
    }
    if (two.level !== three.level) {
      const [earlier, later] = last.day < first.day ? [three, two] : [two, three];
      const entry = later.why >= 0 ? later.why : earlier.why;
      own.push({ cause: 'between-days', before: two.level, after: three.level, entry });
    }
    if (own.length > 0) changes.set(about, own);
  }
  return changes;
}

type Sighted = ReturnType<typeof sightOf>;
