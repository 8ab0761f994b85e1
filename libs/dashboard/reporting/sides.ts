import type { LedgerReader } from '@milepost/ledger';
import { asObject, objectMember, textMember } from '../format/eventMembers';
import type { EventData } from '../format/eventMembers';
import { instantInWords } from '../format/instantInWords';
import { roleInWords } from '../format/roleInWords';
import { allOf } from './formFields';
import type { Version } from './factNow';
import type { FormFields } from './formFields';

/** One thing that two versions, and what was typed, say about a fact. */
export interface Side {
  readonly label: string;
  readonly seen: string;
  readonly now: string;
  readonly typed?: string;
  readonly differs: boolean;
}

/** Both versions side by side, where somebody else changed what a form is about while it was filled in. */
export interface Sides {
  readonly rows: readonly Side[];
  readonly seen: string;
  readonly now: string;
  /** The entry that holds the version in effect. */
  readonly sequence: number;
  readonly typedToo: boolean;
  /** Why the version in effect was recorded, where it says so. */
  readonly reason: string | undefined;
}

const NOTHING = 'Not given';

export function sidesOf(
  form: FormFields,
  reader: LedgerReader,
  { seen, now, typed }: { seen: Version; now: Version; typed: EventData | undefined },
): Sides {
  const rows = allOf(form).map((field): Side => {
    const { label } = field;
    const of = (data: EventData): string => field.answer(data).join(', ') || NOTHING;
    const sides = { seen: of(seen.data), now: of(now.data), ...(typed && { typed: of(typed) }) };
    return { label, ...sides, differs: sides.seen !== sides.now || (sides.typed ?? sides.now) !== sides.now };
  });
  return {
    rows: rows.filter((side) => side.differs || side.now !== NOTHING),
    seen: recordedBy(reader, seen),
    now: recordedBy(reader, now),
    sequence: now.sequence,
    typedToo: typed !== undefined,
    reason: now.reason,
  };
}

/** `by the programme office on 24 November 2026 at 9:05am`. */
export function recordedBy(
  reader: LedgerReader,
  { sequence, recordedAt }: Pick<Version, 'sequence' | 'recordedAt'>,
): string {
  const metadata = asObject(reader.entry(sequence)?.metadata) ?? {};
  const role = textMember(objectMember(metadata, 'actor') ?? {}, 'role');
  const who = role === undefined ? '' : `by ${roleWithin(role)} `;
  return `${who}on ${instantInWords(recordedAt)}`;
}

/** A role within a sentence. */
function roleWithin(role: string): string {
  const words = roleInWords(role);
  return words.startsWith('Milepost') ? words : words.charAt(0).toLowerCase() + words.slice(1);
}
