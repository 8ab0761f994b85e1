import { textMember } from '../facts/eventMembers';
import type { Day } from '../time/day';
import { periodWindow } from '../time/periodWindow';
import { numberInWords } from '../words/numberInWords';
import { periodInWords } from '../words/periodInWords';
import type { CaseMaterial, CaseStatement, Finding } from './caseMaterial';
import { complementOf, metricWords } from './metricWords';
import { isOfKind, metricOf, partsOf, shareInWords, wholeNumbers } from './statementNumbers';
import { whenInWords } from './whenInWords';

/** A published split whose parts add up to a number that the statement itself gives. */
export function publishedSplits({ statements }: CaseMaterial): readonly Finding[] {
  return statements.flatMap(({ id, fact }) => {
    const parts = partsOf(fact.data);
    const { numerator, denominator } = wholeNumbers(fact.data);
    const sum = parts.reduce((total, { count = NaN }) => total + count, 0);
    if (parts.length < 2 || (sum !== numerator && sum !== denominator)) return [];
    const listed = parts.map(({ label, count = 0 }) => `${label} ${numberInWords(count)}`).join(', ');
    return [
      {
        rule: 'published-split@1',
        sentence: `Published ${whenInWords(fact)}: ${listed}. The parts add up to the ${numberInWords(sum)} given.`,
        why: [fact.sequence],
        statements: [id],
      },
    ];
  });
}

const MOST_OUTCOMES = 3;

/** Each forecast, and the first claims about the day that it was for or later ones: what became of it, as far as anybody said. */
export function forecasts({ statements }: CaseMaterial): readonly Finding[] {
  return statements.flatMap(({ id, fact }) => {
    const date = textMember(fact.data, 'targetDate');
    const end = periodWindow(date ?? '')?.latest;
    const metric = metricOf(fact.data);
    if (!isOfKind(fact.data, 'forecast') || date === undefined || end === undefined || metric === undefined) return [];
    const after = outcomes(statements, metric, end);
    const forecast = `Forecast ${whenInWords(fact)}: ${shareInWords(fact.data)} of trusts ${metricWords(metric).having} by ${periodInWords(date)}.`;
    const became =
      after.length === 0
        ? 'No claim about that date or a later one is in this record.'
        : `Claimed about that date or later: ${after.map(outcomeInWords).join('; ')}.`;
    return [
      {
        rule: 'forecast@1',
        sentence: `${forecast} ${became}`,
        why: [fact.sequence, ...after.map((claim) => claim.fact.sequence)],
        statements: [id, ...after.map((claim) => claim.id)],
      },
    ];
  });
}

/** Claims of the same metric, or of its opposite, that are about no day before the one that was forecast. */
function outcomes(statements: readonly CaseStatement[], metric: string, end: Day): readonly CaseStatement[] {
  return statements
    .filter(({ fact: { data }, about }) => {
      const named = metricOf(data);
      const isSame = named === metric || (named !== undefined && named === complementOf(metric));
      return isSame && isOfKind(data, 'claim') && about !== undefined && about.earliest >= end;
    })
    .sort((a, b) => (a.about?.earliest ?? 0) - (b.about?.earliest ?? 0))
    .slice(0, MOST_OUTCOMES);
}

function outcomeInWords({ fact }: CaseStatement): string {
  const metric = metricOf(fact.data) ?? '';
  const from = textMember(fact.data, 'refersTo');
  const about = from === undefined ? `said ${whenInWords(fact)}` : `about ${periodInWords(from)}`;
  return `${shareInWords(fact.data)} ${metricWords(metric).having}, ${about}`;
}
