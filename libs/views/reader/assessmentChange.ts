import type { Day } from '@milepost/domain';
import { TOPIC } from '../facts/topic';
import type { AssessmentChange, AssessmentPair, AssessmentScore } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import { effectiveAt } from './effectiveLinks';
import { completeData, entryAt, LATEST_FIRST } from './factViews';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';
import { codesOfTrusts } from './trustCodes';

/** Of each trust, so many of its latest assessments are looked at: three years of eight care settings. */
export const LATEST_OF_EACH = 24;

/** A trust's score under one version. */
interface Return extends AssessmentScore {
  readonly ods: string;
  readonly careSetting: string;
  readonly version: string;
  readonly publicOn: Day;
}

type Row = [seq: number, content: number, pub: number, series: number, restated: number];

/** For ?1 trust, ?2 day: its latest assessments in effect, of those whose period may have begun by the end of the day. */
export const latestAssessmentsSql = (sight: Sight): string =>
  `SELECT l.seq, l.content, l.pub, a.series, a.restated FROM link l JOIN assessment a ON a.about = l.about AND a.seq = l.content
   WHERE l.about = ?1 AND l.topic = ${TOPIC.assessment} AND l.d_lo <= ?2 AND ${effectiveAt(sight).sql}
   ORDER BY ${LATEST_FIRST} LIMIT ${LATEST_OF_EACH}`;

/** The two latest versions of a framework that have scores by a measure, return by return; undefined where there are not two. */
export function assessmentChange(
  file: OpenFile,
  ledger: EntrySource,
  sight: Sight,
  framework: string,
  measure: string,
): AssessmentChange | undefined {
  const returns = [...codesOfTrusts(file)].flatMap(([about, ods]) =>
    returnsOf(file, ledger, sight, about, ods, framework, measure),
  );
  const versions = [...new Set(returns.map(({ version }) => version))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  const [earlier, later] = versions.slice(-2);
  if (earlier === undefined || later === undefined) return undefined;
  const compared = returns.filter(({ version }) => version === earlier || version === later);
  const pairs = pairsOf(compared, earlier, later);
  return {
    definition: 'assessment-change@1',
    framework,
    measure,
    earlier,
    later,
    pairs,
    unpaired: compared.length - 2 * pairs.length,
    publicOn: Math.max(...compared.map(({ publicOn }) => publicOn)),
  };
}

/** A trust's scores by a measure, one for each version and care setting: where there are more, the latest. */
function returnsOf(
  file: OpenFile,
  ledger: EntrySource,
  sight: Sight,
  about: number,
  ods: string,
  framework: string,
  measure: string,
): Return[] {
  const found = new Map<string, Return>();
  for (const row of file.rows<Row>(latestAssessmentsSql(sight), about, sight.day, ...effectiveAt(sight).values)) {
    const [sequence, content, publicOn, word, restated] = row;
    const series = file.words.text(word);
    if (!series.startsWith(`${framework} `) || found.has(series)) continue;
    const score = (completeData(entryAt(ledger, content))['scores'] as Readonly<Record<string, number>>)[measure];
    if (score === undefined) continue;
    const [version, careSetting] = versionAndSetting(series.slice(framework.length + 1));
    found.set(series, { ods, careSetting, version, sequence, score, restated: restated === 1, publicOn });
  }
  return [...found.values()];
}

/** A care setting is one word; the framework's version is what stands before it. */
function versionAndSetting(words: string): [version: string, careSetting: string] {
  const last = words.lastIndexOf(' ');
  return [words.slice(0, last), words.slice(last + 1)];
}

function pairsOf(returns: readonly Return[], earlier: string, later: string): AssessmentPair[] {
  const before = new Map(
    returns.filter(({ version }) => version === earlier).map((one) => [`${one.ods} ${one.careSetting}`, one]),
  );
  return returns.flatMap((after) => {
    const { ods, careSetting } = after;
    const first = after.version === later ? before.get(`${ods} ${careSetting}`) : undefined;
    return first === undefined ? [] : [{ ods, careSetting, earlier: scoreOf(first), later: scoreOf(after) }];
  });
}

function scoreOf({ sequence, score, restated }: Return): AssessmentScore {
  return { sequence, score, restated };
}
