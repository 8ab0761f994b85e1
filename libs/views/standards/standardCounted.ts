import type { Day, StandardDefinition, Verdict } from '@milepost/domain';
import { NOT_KNOWN, profileOf, standardRule, verdictOn } from '@milepost/domain';
import { GROUPS, SCOPE } from '../reader/asked';
import type { Counted } from '../reader/counted';
import type { OpenFile } from '../reader/openFile';
import { profiles } from '../reader/profiles';
import type { ProfileSpan } from '../reader/profiles';
import type { Sight } from '../reader/sight';
import { codesOfTrusts } from '../reader/trustCodes';
import { nothingRecorded } from '../spans/lane';
import { FamilyFacts } from './familyFacts';
import type { EntryTexts, FamilyMemberFact } from './familyFacts';

/** A trust that a standard is about on a day. */
export interface StandardCounted extends Counted {
  readonly ods: string;
  /** The subject that the deciding entry is about: the trust, or one that it succeeded. */
  readonly decidedBy: number;
}

type Spans = Map<number, ProfileSpan[]>;

function spanOn(spans: Spans, about: number, day: Day): Verdict | undefined {
  const { level, why } = spans.get(about)?.find(({ from, to }) => from <= day && day < to) ?? {};
  return level === undefined || why === undefined ? undefined : { level, why };
}

/** What a rule says of a trust on each of some days. */
type OnDays = (about: number, ods: string) => { verdicts: Verdict[]; facts: readonly FamilyMemberFact[] };

function evaluation(facts: FamilyFacts, definition: StandardDefinition, days: readonly Day[]): OnDays {
  return (about, ods) => {
    const rule = standardRule('meets', definition, ods, 'meets');
    const own = facts.of(about, ods);
    const [day] = days;
    if (days.length === 1) return { verdicts: [verdictOn(rule, own, day as Day)], facts: own };
    const profile = profileOf(rule, own);
    return { verdicts: days.map((on) => profile.findLast(({ from }) => from <= on) as Verdict), facts: own };
  };
}

/**
 * The trusts that a version of a standard is about on each of some days, and whether each meets it, all as known at one
 * moment. In scope on the day and, where the version is about some types only, of one of them; where the type is not known
 * the trust counts and its verdict is not known.
 */
export function standardCounted(
  file: OpenFile,
  texts: EntryTexts,
  sight: Sight,
  definition: StandardDefinition,
  days: readonly Day[],
): StandardCounted[][] {
  const scopes = profiles(file, SCOPE, sight);
  const types = definition.scope && profiles(file, GROUPS.type, sight);
  const { types: looked } = standardRule('meets', definition, '', 'meets');
  const evaluate = evaluation(new FamilyFacts(file, texts, sight, looked), definition, days);
  const points: StandardCounted[][] = days.map(() => []);
  for (const [about, ods] of codesOfTrusts(file)) {
    const scoped = days.map((day) => spanOn(scopes, about, day) ?? nothingRecorded(SCOPE.rule));
    if (scoped.every(({ level }) => level !== 'in')) continue;
    const { verdicts, facts } = evaluate(about, ods);
    days.forEach((day, at) => {
      const scope = scoped[at] as Verdict;
      const type = types && (spanOn(types, about, day)?.level ?? NOT_KNOWN);
      if (scope.level !== 'in' || (type !== undefined && isOther(definition, type))) return;
      const { level, why } = verdicts[at] as Verdict;
      const verdict = type === NOT_KNOWN ? { level: NOT_KNOWN, why } : { level, why };
      const decidedBy = facts.find(({ sequence }) => sequence === why)?.about ?? about;
      (points[at] as StandardCounted[]).push({ about, ods, scope, verdict, decidedBy });
    });
  }
  return points;
}

/** Whether a type is known, and none of those that the standard is about. */
function isOther({ scope }: StandardDefinition, type: string): boolean {
  return type !== NOT_KNOWN && scope?.types.includes(type) === false;
}
