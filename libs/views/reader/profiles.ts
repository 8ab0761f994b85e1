import type { Segment } from '@milepost/domain';
import { profileOf } from '@milepost/domain';
import { fromColumn } from '../tables/dayColumn';
import type { AskedRule } from './asked';
import { effectiveFacts } from './effectiveFacts';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';

type Row = [about: number, d0: number, d1: number, level: number, why: number];

/** Of ?1 rule, ?2 axis, ?3 knowledge: each subject's spans, an open one up to where the next begins. */
const seen = (which: string): string => `
  SELECT about, d0, d1, level, why FROM (
    SELECT about, d0, lead(d0, 1, 2147483647) OVER (PARTITION BY about ORDER BY d0) AS d1, k0, level, why
    FROM span_open WHERE rule = ?1 AND axis = ?2 ${which}) WHERE k0 < ?3
  UNION ALL
  SELECT about, d0, d1, level, why FROM span_closed WHERE rule = ?1 AND axis = ?2 AND k1 >= ?3 AND k0 < ?3 ${which}
  ORDER BY 1, 2`;
export const ALL_PROFILES = seen('');
export const ONE_PROFILE = seen('AND about = ?4');

/** A run of days with one verdict. */
export interface ProfileSpan extends Segment {
  readonly to: number;
}

/** What a rule says on all days at one knowledge, of each subject of which it says anything, or of one. */
export function profiles(file: OpenFile, asked: AskedRule, sight: Sight, about?: number): Map<number, ProfileSpan[]> {
  const values = [file.words.idOf(asked.rule.id) ?? -1, sight.axis, sight.knowledge];
  const rows =
    about === undefined ? file.rows<Row>(ALL_PROFILES, ...values) : file.rows<Row>(ONE_PROFILE, ...values, about);
  const found = new Map<number, ProfileSpan[]>();
  for (const [subject, d0, d1, level, why] of rows) {
    const span = { from: fromColumn(d0), to: fromColumn(d1), level: file.words.text(level), why };
    const spans = found.get(subject);
    if (spans) spans.push(span);
    else found.set(subject, [span]);
  }
  for (const subject of toEvaluate(file, asked, sight, about))
    found.set(subject, fromFacts(file, asked, sight, subject));
  return found;
}

/**
 * The subjects of which the spans do not answer: all where no spans are kept, and under both limits those of which
 * something was said after the size asked for, since the public axis stands at the head.
 */
function toEvaluate(
  file: OpenFile,
  { fromFacts }: AskedRule,
  { publicBy, size }: Sight,
  about: number | undefined,
): number[] {
  if (fromFacts !== true && publicBy === undefined) return [];
  const rows = file.rows<[number]>(
    `SELECT id FROM subject WHERE kind = 'trust' AND last >= ?1 AND (?2 IS NULL OR id = ?2)`,
    fromFacts === true ? -1 : size,
    about ?? null,
  );
  return rows.map(([id]) => id);
}

function fromFacts(file: OpenFile, { rule, topic }: AskedRule, sight: Sight, about: number): ProfileSpan[] {
  const segments = profileOf(rule, effectiveFacts(file, sight, about, topic));
  return segments.map((segment, index) => ({ ...segment, to: segments[index + 1]?.from ?? Infinity }));
}
