import { FACT_CORRECTED, isFactType } from '@milepost/domain';
import type { FactType } from '@milepost/domain';
import { Problem } from '@milepost/platform';
import type { FactHistoryItem } from '@milepost/views';
import { objectMember, textMember } from '../format/eventMembers';
import type { EventData } from '../format/eventMembers';
import type { Visit } from '../visit/visit';

/** A fact as it stands now: its chain, and what it is about. */
export interface FactNow {
  readonly id: string;
  readonly type: FactType;
  /** `trust-RXX` and so on. */
  readonly subject: string;
  /** The trust that it is about; undefined where it is about none. */
  readonly ods: string | undefined;
  readonly versions: readonly Version[];
  /** The version in effect; undefined once it is retracted. */
  readonly effective: Version | undefined;
  /** The last retraction, where there was one. */
  readonly retraction: FactHistoryItem | undefined;
}

/** What a fact says from some entry on: as first recorded, as corrected, or as taken up again. */
export type Version = Pick<FactHistoryItem, 'eventId' | 'sequence' | 'recordedAt' | 'reason' | 'data'>;

/** @throws Problem 404 `unknown-fact` */
export function factNow(
  { context, questions, moment }: Pick<Visit, 'context' | 'questions' | 'moment'>,
  id: string,
): FactNow {
  const entry = context.reader().entryById(id);
  const chain = entry && isFactType(entry.type) ? questions.fact(moment, id) : [];
  if (!entry || !isFactType(entry.type) || chain.length === 0) throw unknownFact();
  const versions = versionsIn(chain);
  const last = chain.find(({ effective }) => effective);
  const subject = entry.stream.slice(context.ledger.length + 1);
  return {
    id,
    type: entry.type,
    subject,
    ods: /^trust-(.+)$/.exec(subject)?.[1],
    versions,
    effective: versions.find(({ eventId }) => eventId === last?.eventId),
    retraction: chain.findLast(({ storedType }) => storedType === 'FactRetracted.v1'),
  };
}

/** A correction has the data of the fact beside what it says of itself; what is taken up again has those that it had. */
function versionsIn(chain: readonly FactHistoryItem[]): readonly Version[] {
  const versions: Version[] = [];
  for (const { data, storedType, ...item } of chain) {
    const { corrects: _corrects, ...members } = data;
    const states = isFactType(storedType) || storedType === FACT_CORRECTED;
    const said = states ? members : storedType === 'FactReinstated.v1' ? versions.at(-1)?.data : undefined;
    if (said !== undefined) versions.push({ ...item, data: said });
  }
  return versions;
}

/** The fact that an entry is a version of, or is about; undefined where it is about none. */
export function factOf(type: string, id: string, data: EventData): string | undefined {
  const corrects = objectMember(data, 'corrects');
  return (corrects && textMember(corrects, 'fact')) ?? (isFactType(type) ? id : textMember(data, 'fact'));
}

function unknownFact(): Problem {
  return new Problem({
    slug: 'unknown-fact',
    title: 'No such entry',
    status: 404,
    detail: 'There is nothing in this record under that address. Find the trust, and choose the entry on its page.',
  });
}
