import { dayNumber, window } from './calendar';
import type { StoredEntry } from './storedEntry';

/** A fact as it stands at a moment. */
export interface Fact {
  /** The entry that put it so. */
  readonly by: number;
  /** The fact's first entry. */
  readonly first: number;
  readonly stream: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly from: number;
  readonly to: number;
  readonly publicOn: number;
}

/** The record up to a size, and only what was public by a day where one is said. */
export interface Limits {
  readonly size: number;
  readonly publicBy: number | undefined;
}

const publicOn = (entry: StoredEntry): number => dayNumber((entry.metadata as { public: { on: string } }).public.on);

const isMark = (type: string): boolean => /^(Fact|Dispute|Evidence)/.test(type);
const ofLog = (type: string): boolean => type.startsWith('Ledger');

function stated(entry: StoredEntry, first: StoredEntry, type: string): Fact {
  const day = publicOn(entry);
  const [from, to] = window(entry.data, day);
  const data = { ...entry.data };
  delete data['corrects'];
  return { by: entry.sequence, first: first.sequence, stream: first.stream, type, data, from, to, publicOn: day };
}

/** The links of a fact's chain in the order recorded: what each leaves in effect, nothing after a retraction. */
function chain(
  entries: readonly StoredEntry[],
  first: StoredEntry,
): { entry: StoredEntry; leaves: Fact | undefined }[] {
  const links: { entry: StoredEntry; leaves: Fact | undefined }[] = [
    { entry: first, leaves: stated(first, first, first.type) },
  ];
  for (const entry of entries) {
    if (entry.stream !== first.stream) continue;
    const corrected = (entry.data['corrects'] as { fact: string } | undefined)?.fact;
    if (entry.type === 'FactCorrected.v1' && corrected === first.id) {
      links.push({ entry, leaves: stated(entry, first, first.type) });
    } else if (entry.type === 'FactRetracted.v1' && entry.data['fact'] === first.id) {
      links.push({ entry, leaves: undefined });
    } else if (entry.type === 'FactReinstated.v1' && entry.data['fact'] === first.id) {
      const taken = links.map(({ leaves }) => leaves).filter((leaves) => leaves !== undefined);
      const back = taken[taken.length - 1] as Fact;
      links.push({ entry, leaves: { ...back, by: entry.sequence, publicOn: publicOn(entry) } });
    }
  }
  return links;
}

/** Every fact's chain, in the order of the facts' first entries. Worked out once for a record, looked through for each moment. */
export function chains(entries: readonly StoredEntry[]) {
  return entries
    .filter(({ type, metadata }) => metadata !== undefined && !isMark(type) && !ofLog(type))
    .map((first) => ({ first, links: chain(entries, first) }));
}

const sees = ({ size, publicBy }: Limits, entry: StoredEntry): boolean =>
  entry.sequence < size && (publicBy === undefined || publicOn(entry) <= publicBy);

/** The facts in effect: of each chain what the last link that can be seen leaves. */
export function effective(all: ReturnType<typeof chains>, limits: Limits): Fact[] {
  return all.flatMap(({ links }) => {
    const seen = links.filter(({ entry }) => sees(limits, entry));
    const last = seen[seen.length - 1]?.leaves;
    return last ? [last] : [];
  });
}

/** First entries of the facts that are disputed: by a dispute that can be seen and no resolution of it that can. */
export function disputed(entries: readonly StoredEntry[], limits: Limits): Set<number> {
  const seen = entries.filter((entry) => entry.metadata !== undefined && sees(limits, entry));
  const resolved = new Set(seen.filter(({ type }) => type === 'DisputeResolved.v1').map(({ data }) => data['dispute']));
  const open = seen.filter(({ type, id }) => type === 'FactDisputed.v1' && !resolved.has(id));
  return new Set(open.map(({ data }) => entries.find(({ id }) => id === data['fact'])?.sequence as number));
}
