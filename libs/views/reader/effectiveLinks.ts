import { MARK } from '../facts/linkRow';
import type { Sight } from './sight';

/** ?3 is the size. What ends a link by then is in its own row. */
const BY_SIZE = 'l.shows = 1 AND l.seq < ?3 AND l.k_end >= ?3';
/**
 * ?3 is the size, ?4 the public day. The row says what ends a link by the ledger's head; a link that ended there may not
 * have by an earlier size, so then what ended it is looked for in the fact's chain.
 */
const BY_SIZE_AND_DAY = `l.shows = 1 AND l.seq < ?3 AND l.pub <= ?4 AND (l.p_end > ?4 OR l.k_end >= ?3 OR NOT EXISTS (
  SELECT 1 FROM link later INDEXED BY link_chain WHERE later.about = l.about AND later.fact = l.fact AND later.seq <> later.fact
    AND later.mark <= ${MARK.reinstated} AND later.seq > l.seq AND later.seq < ?3 AND later.pub <= ?4))`;

/** The condition under which a link `l` puts a version into effect at a moment, with its values from ?3 on. */
export function effectiveAt({ size, publicBy }: Sight): { readonly sql: string; readonly values: readonly number[] } {
  return publicBy === undefined ? { sql: BY_SIZE, values: [size] } : { sql: BY_SIZE_AND_DAY, values: [size, publicBy] };
}
