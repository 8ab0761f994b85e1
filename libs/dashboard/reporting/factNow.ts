import { FACT_CORRECTED, isFactType } from '@milepost/domain';
import type { FactType } from '@milepost/domain';
import { Problem } from '@milepost/platform';
import type { FactHistoryItem } from '@milepost/views';
import type { Visit } from '../visit/visit';

/** A fact as it stands now: its chain, and what it is about. */
export interface FactNow {
  readonly id: string;
  readonly type: FactType;
  /** The trust that it is about; undefined where it is about none. */
  readonly ods: string | undefined;
  /** Everything that is recorded about it, by entry. */
  readonly chain: readonly FactHistoryItem[];
  /** Its versions and what took them back, by entry. */
  readonly versions: readonly Version[];
  /** The last of these: what stands. */
  readonly last: Version;
  /** Whether what stands is that it was taken back. */
  readonly isRetracted: boolean;
}

/** What a fact says from some entry on: as first recorded, as corrected or reinstated, or what a retraction took back. */
export type Version = Pick<FactHistoryItem, 'eventId' | 'sequence' | 'recordedAt' | 'reason' | 'storedType' | 'data'>;

/** @throws Problem 404 `unknown-fact` */
export function factNow(
  { context, questions, moment }: Pick<Visit, 'context' | 'questions' | 'moment'>,
  id: string,
): FactNow {
  const entry = context.reader().entryById(id);
  const chain = entry && isFactType(entry.type) ? questions.fact(moment, id) : [];
  const versions = versionsIn(chain);
  const last = versions.at(-1);
  if (!entry || !isFactType(entry.type) || !last) throw unknownFact();
  const ods = /^trust-(.+)$/.exec(entry.stream.slice(context.ledger.length + 1))?.[1];
  return { id, type: entry.type, ods, chain, versions, last, isRetracted: last.storedType === RETRACTED };
}

export const RETRACTED = 'FactRetracted.v1';
const ENDS_OR_RESTORES: readonly string[] = [RETRACTED, 'FactReinstated.v1'];

/** A correction has the data of the fact beside what it says of itself; a retraction and a reinstatement are about those before them. */
function versionsIn(chain: readonly FactHistoryItem[]): readonly Version[] {
  const versions: Version[] = [];
  for (const { data, ...item } of chain) {
    const { corrects: _corrects, ...members } = data;
    const states = isFactType(item.storedType) || item.storedType === FACT_CORRECTED;
    const before = ENDS_OR_RESTORES.includes(item.storedType) ? versions.at(-1)?.data : undefined;
    const said = states ? members : before;
    if (said !== undefined) versions.push({ ...item, data: said });
  }
  return versions;
}

function unknownFact(): Problem {
  return new Problem({
    slug: 'unknown-fact',
    title: 'No such entry',
    status: 404,
    detail: 'There is nothing in this record under that address. Find the trust, and choose the entry on its page.',
  });
}
