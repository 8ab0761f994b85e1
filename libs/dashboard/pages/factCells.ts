import type { FactView } from '@milepost/views';
import { textMember } from '../format/eventMembers';
import type { EventData } from '../format/eventMembers';
import { factInWords } from '../format/eventInWords';
import { occurrenceInWords } from '../format/occurrenceInWords';
import { publicInWords } from '../format/publicInWords';
import { slugInWords } from '../format/slugInWords';
import { sourceInWords } from '../format/sourceInWords';
import { systemInWords } from '../format/systemInWords';
import { textsMember } from '../format/eventMembers';
import type { PageLink } from '../visit/pageLink';
import type { Link } from './pageView';
import { notes } from './table';
import type { Cell } from './table';

/** When a fact was true. */
export function whenCell({ occurrence, window }: Pick<FactView, 'occurrence' | 'window'>): Cell {
  const { text, note } = occurrenceInWords(occurrence, window);
  return { text, notes: notes(note) };
}

/** What a fact says, its own details below. */
export function whatCell(
  { type, data, disputed }: Pick<FactView, 'type' | 'data' | 'disputed'>,
  ...more: readonly (string | Link | undefined)[]
): Cell {
  return {
    text: factInWords(type, data),
    notes: notes(disputed ? 'Disputed' : undefined, ...factDetails(data), ...more),
  };
}

/**
 * What a fact says beside its main words: system, care settings, detail, reason, and what the record only infers. What is said about a
 * fact has no details: its reason and the entry that it is about stand elsewhere.
 */
export function factDetails(data: EventData): readonly string[] {
  if (Object.hasOwn(data, 'fact')) return [];
  const replaces = textMember(data, 'replaces');
  const settings = textsMember(data, 'careSettings').map(slugInWords).join(', ');
  return [
    systemInWords(data),
    replaces === undefined ? undefined : `Replaces ${replaces}`,
    settings || undefined,
    textMember(data, 'detail'),
    textMember(data, 'reason'),
    textMember(data, 'note'),
    data['inferred'] === true ? 'Inferred, not sourced' : undefined,
  ].filter((line) => line !== undefined);
}

/** When a fact became public, and how that is known. */
export function publicCell({ publicOn, publicHow }: Pick<FactView, 'publicOn' | 'publicHow'>): Cell {
  const { day, how } = publicInWords(publicOn, publicHow);
  return { text: day, notes: notes(how) };
}

/** Where a fact was read. */
export function sourceCell(data: EventData): Cell {
  const source = sourceInWords(data);
  if (!source) return { text: 'Not known' };
  return { text: source.text, href: source.href, notes: notes(source.note) };
}

/** The same as a line of smaller print, where there is no column for it. */
export function sourceNote(data: EventData): string | Link | undefined {
  const source = sourceInWords(data);
  if (!source) return undefined;
  const text = `Source: ${source.text}${source.note === undefined ? '' : `, ${source.note}`}`;
  return source.href === undefined ? text : { text, href: source.href };
}

/** The entry that holds a fact. */
export function entryCell(sequence: number, link: PageLink): Cell {
  return { text: `Entry ${sequence}`, href: link(`/entries/${sequence}`) };
}

/** A link to the entry that decided something; undefined where nothing was recorded. */
export function entryLink(sequence: number, link: PageLink): Link | undefined {
  return sequence < 0 ? undefined : { text: `Entry ${sequence}`, href: link(`/entries/${sequence}`) };
}
