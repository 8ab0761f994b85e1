import { CORRECTING_TYPES, formatDay, parseDay } from '@milepost/domain';
import type { EntryFilter } from '@milepost/ledger';
import { Problem, startOfLondonDay } from '@milepost/platform';
import { SUBJECT_KINDS } from '../format/subjectInWords';
import type { Query } from '../visit/readQuery';
import { typedDay } from '../format/typedDay';

/** What the form of the audit page asks for, and which entries come after which. */
export const AUDIT_PARAMETERS = [
  'about',
  'kind',
  'type',
  'role',
  'corrected',
  'recordedFrom',
  'recordedTo',
  'before',
] as const;

/** A field that cannot be used, and what to do about it. */
export interface FieldMessage {
  readonly field: string;
  readonly text: string;
}

export interface AuditFilter {
  /** For the ledger's reader. */
  readonly entries: EntryFilter;
  /** The same for the interface for programs, as its parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly messages: readonly FieldMessage[];
}

/** Reads what the form asks for. @throws Problem 400 where the address was not made by the form */
export function auditFilter(query: Query, ledger: string): AuditFilter {
  const { type, role, corrected } = query;
  if (corrected !== undefined && corrected !== 'yes' && corrected !== 'no') throw notOfTheForm('corrected', corrected);
  const subjects = subjectsOf(query);
  const days = daysOf(query);
  return {
    entries: {
      ...(subjects === undefined ? {} : streamsOf(subjects, ledger)),
      ...typesOf(type, corrected),
      ...(role === undefined ? {} : { role }),
      ...(days.from === undefined ? {} : { recordedFrom: startOfDay(days.from) }),
      ...(days.before === undefined ? {} : { recordedBefore: startOfDay(days.before) }),
    },
    parameters: {
      ...(subjects === undefined ? {} : { concerns: subjects.join(',') }),
      ...(type === undefined ? {} : { type }),
      ...(role === undefined ? {} : { role }),
      ...(corrected === undefined ? {} : { corrected: corrected === 'yes' ? 'true' : 'false' }),
      ...(days.from === undefined ? {} : { recordedFrom: days.from }),
      ...(days.before === undefined ? {} : { recordedBefore: days.before }),
    },
    messages: days.messages,
  };
}

/** A code or id belongs to whatever kind has it; a kind alone is every one of its kind. */
function subjectsOf({ about, kind }: Query): readonly string[] | undefined {
  const id = about?.trim() ?? '';
  if (id === '') return kind === undefined ? undefined : [kind];
  if (/^[a-z]+-./.test(id) && kind === undefined) return [id];
  const kinds = kind === undefined ? SUBJECT_KINDS : [kind];
  return kinds.map((one) => `${one}-${one === 'trust' || one === 'icb' ? id.toUpperCase() : id}`);
}

function streamsOf(subjects: readonly string[], ledger: string): EntryFilter {
  const names = subjects.map((subject) => `${ledger}.${subject}`);
  const [only] = subjects;
  return only !== undefined && !only.includes('-') ? { prefixes: names.map((name) => `${name}-`) } : { streams: names };
}

function typesOf(type: string | undefined, corrected: 'yes' | 'no' | undefined): EntryFilter {
  if (corrected === 'yes') return { types: CORRECTING_TYPES.filter((one) => type === undefined || one === type) };
  const asked = type === undefined ? {} : { types: [type] };
  return corrected === 'no' ? { ...asked, exceptTypes: CORRECTING_TYPES } : asked;
}

interface Days {
  /** The first day. */
  readonly from: string | undefined;
  /** The day after the last. */
  readonly before: string | undefined;
  readonly messages: readonly FieldMessage[];
}

function daysOf({ recordedFrom, recordedTo }: Query): Days {
  const [from, to] = [recordedFrom, recordedTo].map((text) => (text === undefined ? undefined : typedDay(text)));
  const messages = [
    ...(recordedFrom !== undefined && from === undefined ? [notADay('recordedFrom', '“Recorded from”')] : []),
    ...(recordedTo !== undefined && to === undefined ? [notADay('recordedTo', '“Recorded to”')] : []),
    ...(from !== undefined && to !== undefined && from > to
      ? [{ field: 'recordedTo', text: '“Recorded to” must be the same as or after “Recorded from”' }]
      : []),
  ];
  const last = to === undefined ? undefined : parseDay(to);
  // After the last day that can be written there is none, and nothing to leave out.
  const next = last === undefined ? undefined : formatDay(last + 1);
  return { from, before: next !== undefined && parseDay(next) === undefined ? undefined : next, messages };
}

function notADay(field: string, label: string): FieldMessage {
  return { field, text: `${label} must be a real date, such as 24/11/2026` };
}

function startOfDay(day: string): number {
  return startOfLondonDay(day) ?? 0;
}

function notOfTheForm(parameter: string, value: string): Problem {
  const detail = `“${parameter}” cannot be “${value.slice(0, 100)}”. Choose it in the form of this page.`;
  return new Problem({
    slug: 'invalid-request',
    title: 'The address cannot be read',
    status: 400,
    detail,
    errors: [{ parameter, detail }],
  });
}
