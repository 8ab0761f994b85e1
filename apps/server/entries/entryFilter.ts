import { CORRECTING_TYPES } from '@milepost/domain';
import type { EntryFilter } from '@milepost/ledger';
import { startOfLondonDay } from '@milepost/platform';
import { invalidRequest } from '../http/requestProblems';
import type { EntriesQuery } from './entriesQuery';

const MOST_NAMES = 20;

/**
 * The conditions that a query asks entries to meet, but for its place and moment.
 * @throws Problem 400 `invalid-request` where a parameter cannot be used
 */
export function entryFilter(query: EntriesQuery, ledger: string): EntryFilter {
  const subjects = listOf('concerns', query.concerns);
  const from = instantOf('recordedFrom', query.recordedFrom);
  const before = instantOf('recordedBefore', query.recordedBefore);
  return {
    ...(subjects === undefined ? {} : streamsOf(subjects, ledger)),
    ...typesOf(listOf('type', query.type), query.corrected),
    ...(query.actor === undefined ? {} : { actor: query.actor }),
    ...(query.role === undefined ? {} : { role: query.role }),
    ...(from === undefined ? {} : { recordedFrom: from }),
    ...(before === undefined ? {} : { recordedBefore: before }),
  };
}

/** A subject without an id, such as `statement`, is every one of its kind. */
function streamsOf(subjects: readonly string[], ledger: string): EntryFilter {
  const streams = subjects.map((subject) => `${ledger}.${subject}`);
  const kinds = streams.filter((_, n) => subjects[n]?.includes('-') === false);
  return { streams, ...(kinds.length === 0 ? {} : { prefixes: kinds.map((kind) => `${kind}-`) }) };
}

function typesOf(types: readonly string[] | undefined, corrected: 'true' | 'false' | undefined): EntryFilter {
  if (corrected === 'true') return { types: CORRECTING_TYPES.filter((type) => types?.includes(type) ?? true) };
  const asked = types === undefined ? {} : { types };
  return corrected === 'false' ? { ...asked, exceptTypes: CORRECTING_TYPES } : asked;
}

function listOf(parameter: string, text: string | undefined): readonly string[] | undefined {
  const names = text?.split(',').filter((name) => name !== '');
  if (names === undefined || names.length <= MOST_NAMES) return names;
  throw invalidRequest([{ parameter, detail: `Name at most ${MOST_NAMES} at once.` }]);
}

function instantOf(parameter: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const instant = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/i.test(text) ? Date.parse(text) : startOfLondonDay(text);
  if (instant !== undefined && !Number.isNaN(instant)) return instant;
  const detail = 'Write a day, 2026-04-01, or an instant with its offset, 2026-04-01T09:30:00Z.';
  throw invalidRequest([{ parameter, detail }]);
}
