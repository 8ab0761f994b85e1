import type { Verdict } from '@milepost/domain';
import { verdictOn } from '@milepost/domain';
import { nothingRecorded } from '../spans/lane';
import type { AskedRule } from './asked';
import { effectiveFacts } from './effectiveFacts';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';

/** Level and deciding entry in one number, so that one look at a span gives both. More words than this no file has. */
const LEVELS = 1 << 20;
const PACKED = `(why + 1) * ${LEVELS} + level`;

/** For ?1 rule, ?2 axis, ?3 day, ?4 knowledge: the open span of the day where it was there by then, else the closed one that covers both. */
const SPAN = `COALESCE(
  (SELECT CASE WHEN k0 < ?4 THEN packed END FROM (
    SELECT k0, ${PACKED} AS packed FROM span_open
    WHERE rule = ?1 AND axis = ?2 AND about = s.id AND d0 <= ?3 ORDER BY d0 DESC LIMIT 1)),
  (SELECT ${PACKED} FROM span_closed
    WHERE rule = ?1 AND axis = ?2 AND about = s.id AND k1 >= ?4 AND k0 < ?4 AND d0 <= ?3 AND d1 > ?3 LIMIT 1))`;
export const ALL_VERDICTS = `SELECT s.id, s.last, ${SPAN} FROM subject s WHERE s.kind = 'trust'`;
export const ONE_VERDICT = `SELECT s.id, s.last, ${SPAN} FROM subject s WHERE s.id = ?5`;

type Row = [about: number, last: number, packed: number | null];

/** What a rule says of every trust that the file knows, by subject. */
export function verdictsOfAll(file: OpenFile, asked: AskedRule, sight: Sight): Map<number, Verdict> {
  const rule = file.words.idOf(asked.rule.id) ?? -1;
  const rows = file.rows<Row>(ALL_VERDICTS, rule, sight.axis, sight.day, sight.knowledge);
  return new Map(rows.map((row) => [row[0], verdictOf(file, asked, sight, row)]));
}

/** What a rule says of one trust. */
export function verdictOfOne(file: OpenFile, asked: AskedRule, sight: Sight, about: number): Verdict {
  const rule = file.words.idOf(asked.rule.id) ?? -1;
  const row = file.row<Row>(ONE_VERDICT, rule, sight.axis, sight.day, sight.knowledge, about);
  return row ? verdictOf(file, asked, sight, row) : nothingRecorded(asked.rule);
}

/**
 * A rule of which no spans are kept is evaluated from the facts. The public axis stands at the ledger's head. Under both limits it answers for those subjects of which nothing was said
 * after the size asked for; the others are evaluated from their facts.
 */
function verdictOf(
  file: OpenFile,
  { rule, topic, fromFacts }: AskedRule,
  sight: Sight,
  [about, last, packed]: Row,
): Verdict {
  if (fromFacts === true || (sight.publicBy !== undefined && last >= sight.size)) {
    return verdictOn(rule, effectiveFacts(file, sight, about, topic), sight.day);
  }
  if (packed === null) {
    const { level, why } = nothingRecorded(rule);
    return { level, why };
  }
  return { level: file.words.text(packed % LEVELS), why: Math.floor(packed / LEVELS) - 1 };
}
