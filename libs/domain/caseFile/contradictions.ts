import type { EventData } from '../facts/eventMembers';
import { numberMember, textMember } from '../facts/eventMembers';
import { targetOn } from '../targets/targetState';
import { periodWindow } from '../time/periodWindow';
import { dayInWords } from '../words/dayInWords';
import { numberInWords } from '../words/numberInWords';
import { percentInWords } from '../words/percentInWords';
import { periodInWords } from '../words/periodInWords';
import { poundsInWords } from '../words/poundsInWords';
import type { CaseMaterial, CaseStatement, Finding } from './caseMaterial';
import { metricWords } from './metricWords';
import { metricOf, wholeNumbers } from './statementNumbers';
import { byDate, whenInWords } from './whenInWords';

/** Where sources contradict one another, or the register: found by rules over what was said, none listed by hand. */
export function contradictions(material: CaseMaterial): readonly Finding[] {
  return [...amountsDiffer(material), ...denominatorsDiffer(material), ...allAgainstShare(material)];
}

/** How much less or more two sources say a budget became for the same period. */
function amountsDiffer({ statements }: CaseMaterial): readonly Finding[] {
  const said = statements.flatMap((statement) => {
    const amount = amountOf(statement.fact.data);
    return amount === undefined ? [] : [{ statement, ...amount }];
  });
  return said.flatMap((one, index) =>
    said
      .slice(index + 1)
      .filter((other) => samePeriod(one.statement.fact.data, other.statement.fact.data) && one.words !== other.words)
      .map((other) => ({
        rule: 'amounts-differ@1',
        sentence: `By how much the budget was changed is told in two ways for the same period: ${one.words} (${publisherOf(one.statement)}), and ${other.words} (${publisherOf(other.statement)}).`,
        why: [one.statement.fact.sequence, other.statement.fact.sequence],
        statements: [one.statement.id, other.statement.id],
      })),
  );
}

/** `£700 million`, from both amounts; otherwise the amount in the words of the source, as it stands there. */
function amountOf(data: EventData): { words: string } | undefined {
  if (metricOf(data) !== 'budget_gbp_m') return undefined;
  const [from, to] = [numberMember(data, 'fromGbpMillions'), numberMember(data, 'toGbpMillions')];
  if (from !== undefined && to !== undefined) {
    const change = poundsInWords(Math.abs(to - from));
    return { words: `${change}, from ${poundsInWords(from)} to ${poundsInWords(to)}` };
  }
  const worded = /((?:more|less) than |about |nearly |over )?(?:GBP |£)\d[\d.,]*\s?(?:m|bn|million|billion)\b/i.exec(
    textMember(data, 'wording') ?? '',
  )?.[0];
  return worded === undefined ? undefined : { words: `“${worded}”` };
}

function samePeriod(a: EventData, b: EventData): boolean {
  return metricOf(a) === metricOf(b) && a['refersTo'] === b['refersTo'] && a['refersToEnd'] === b['refersToEnd'];
}

function publisherOf({ fact: { data } }: CaseStatement): string {
  const source = data['source'];
  const publisher =
    typeof source === 'object' && source !== null ? textMember(source as EventData, 'publisher') : undefined;
  return publisher ?? 'source not known';
}

/** A number of trusts that was quoted, and is not the number counted on the days that it is about. */
function denominatorsDiffer({ statements }: CaseMaterial): readonly Finding[] {
  const differing = statements.filter(({ denominator }) => denominator.startsWith('differs'));
  const groups = new Map<string, CaseStatement[]>();
  for (const statement of differing) {
    const { denominator, fact, counted, countedUntil } = statement;
    const counts = counted.map(({ count }) => count);
    const key = JSON.stringify([denominator, wholeNumbers(fact.data).denominator, counts, countedUntil]);
    groups.set(key, [...(groups.get(key) ?? []), statement]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const quoted = numberInWords(wholeNumbers(first.fact.data).denominator ?? 0);
    const counts = first.counted.map(({ count }) => numberInWords(count));
    const whens = group.map(({ fact }) => whenInWords(fact));
    const said = `${quoted} trusts were quoted ${listed(whens)}, while ${counts[0] ?? ''}${counts.length > 1 ? ` to ${counts.at(-1) ?? ''}` : ''} were counted on the days in question`;
    const isOutdated = first.denominator === 'differs-outdated' && first.countedUntil !== undefined;
    return [
      {
        rule: isOutdated ? 'denominator-outdated@1' : 'denominator-unexplained@1',
        sentence: isOutdated
          ? `${said}. ${quoted} had been right until ${dayInWords(first.countedUntil ?? 0)}.`
          : `${said}. Why they differ is not known.`,
        why: group.map(({ fact }) => fact.sequence),
        statements: group.map(({ id }) => id),
      },
    ];
  });
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** What words say that all trusts are to do, by the metric of a target that asks for it. */
const ALL_OF: readonly { readonly metric: string; readonly words: RegExp }[] = [
  {
    metric: 'core_level',
    words: /\ball\b[^;:.]*?\b(?:trusts|providers)\b[^;:.]*?\bcore\b[^;:.]*?\b(?:level|standards?)\b/i,
  },
  {
    metric: 'epr_coverage',
    words: /\ball\b[^;:.]*?\b(?:trusts|providers)\b[^;:.]*?\b(?:EPR|electronic patient record)/i,
  },
];

/** A statement by whose words all trusts are to be there by a date, and a target for the same date that asks for fewer. */
function allAgainstShare({ statements, target, others, day }: CaseMaterial): readonly Finding[] {
  return statements.flatMap(({ id, fact }) => {
    const date = textMember(fact.data, 'targetDate');
    const latest = periodWindow(date ?? '')?.latest;
    const wording = textMember(fact.data, 'wording') ?? '';
    return [target, ...others].flatMap((one) => {
      const { metric, threshold, deadline } = targetOn(
        one.steps.map((step) => step.fact),
        day,
      );
      const words = ALL_OF.find((all) => all.metric === metric.value)?.words;
      const setting = one.steps.find((step) => step.fact.sequence === threshold.why);
      if (words === undefined || !words.test(wording) || date === undefined || latest === undefined) return [];
      if (threshold.value === undefined || threshold.value.low >= 100 || deadline.value?.window.latest !== latest)
        return [];
      if (setting === undefined || metric.value === undefined) return [];
      const share = percentInWords(threshold.value.low, threshold.value.high);
      return [
        {
          rule: 'all-against-share@1',
          sentence: `“${words.exec(wording)?.[0] ?? ''}” by ${periodInWords(date)} was said ${whenInWords(fact)}; the target announced ${whenInWords(setting.fact)} is ${share} of trusts ${metricWords(metric.value).having} ${byDate(deadline.value)}.`,
          why: [...new Set([fact.sequence, threshold.why, metric.why, deadline.why])],
          statements: [id],
        },
      ];
    });
  });
}
