import { NOT_KNOWN } from '@milepost/domain';
import type { Day, Verdict, Window } from '@milepost/domain';
import { TOPIC } from '../facts/topic';
import type { Known, ScopeLevel, TrustFilter, TrustOrder, TrustPage, TrustRow } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import { fromColumn, toColumn } from '../tables/dayColumn';
import type { AskedRule } from './asked';
import { EPR_STATE, GROUPS, NAME, SCOPE } from './asked';
import { effectiveAt } from './effectiveLinks';
import type { ShownRow } from './factViews';
import { factViews, LATEST_FIRST, SHOWN } from './factViews';
import type { OpenFile } from './openFile';
import { profiles } from './profiles';
import type { Registration } from './registration';
import { registrationOf } from './registration';
import type { Sight } from './sight';
import { codesOfTrusts } from './trustCodes';
import { byCode, byName } from './trustNames';
import { tallyOf } from './tally';
import { verdictOfOne, verdictsOfAll } from './verdicts';

/** What a list of trusts is filtered and ordered by. */
interface Listed {
  readonly about: number;
  readonly ods: string;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly registration: Registration;
}

const known = ({ level, why }: Verdict): Known<string> => ({ value: level === NOT_KNOWN ? undefined : level, why });
const dated = (window: Window | undefined): Window | undefined =>
  window && window.earliest > -Infinity ? window : undefined;

/** The trusts that the register holds at a moment, by name. */
export function trusts(
  file: OpenFile,
  ledger: EntrySource,
  sight: Sight,
  filter: TrustFilter,
  offset: number,
  limit: number,
): TrustPage {
  const { scope, ...others } = filter;
  const matching = listed(file, sight).filter(matches(file, sight, others));
  const found = scope === undefined ? matching : matching.filter(matches(file, sight, { scope }));
  found.sort(comparison(file, sight, filter.order));
  const items = found.slice(offset, offset + limit).map((trust) => trustRow(file, ledger, sight, trust));
  return { items, total: found.length, outOfScope: matching.length - found.length };
}

type Comparison = (a: Listed, b: Listed) => number;

function comparison(file: OpenFile, sight: Sight, order: TrustOrder | undefined): Comparison {
  if (order === 'code') return byCode;
  if (order !== 'reported') return byName;
  const days = new Map<number, Day>();
  const latest = ({ about }: Listed): Day => {
    const day = days.get(about) ?? latestReport(file, sight, about);
    days.set(about, day);
    return day;
  };
  return (a, b) => (latest(a) === latest(b) ? byName(a, b) : latest(b) - latest(a));
}

/** The day of the latest EPR fact that was certainly true by the day; -Infinity where there is none. */
function latestReport(file: OpenFile, sight: Sight, about: number): Day {
  const { reports, reach } = tallyOf(file, sight, about);
  if (reports === 0) return -Infinity;
  const [row] = latestEprFact(file, sight, about, reach);
  return row ? fromColumn(row[4]) : -Infinity;
}

/** One trust; undefined where the register does not hold it at the moment. */
export function listedTrust(file: OpenFile, sight: Sight, ods: string): Listed | undefined {
  const about = file.subjects.idOf({ kind: 'trust', id: ods });
  if (about === undefined) return undefined;
  const registration = registrationOf(file, sight, about);
  return registration && { about, ods, registration, ...namesOf(file, sight, about, registration) };
}

function listed(file: OpenFile, sight: Sight): Listed[] {
  const names = profiles(file, NAME, sight);
  return [...codesOfTrusts(file)].flatMap(([about, ods]) => {
    const registration = registrationOf(file, sight, about);
    if (!registration) return [];
    return [{ about, ods, registration, ...namesIn(names.get(about) ?? [], sight, registration) }];
  });
}

function namesOf(file: OpenFile, sight: Sight, about: number, registration: Registration) {
  return namesIn(profiles(file, NAME, sight, about).get(about) ?? [], sight, registration);
}

/** The name on the day, and the others that it had before. Where the day is before every name, that of the registration. */
function namesIn(
  spans: readonly (Verdict & { readonly from: number; readonly to: number })[],
  { day }: Sight,
  registration: Registration,
): { readonly name: string; readonly formerNames: string[] } {
  const past = spans.filter(({ from, level }) => from <= day && level !== NOT_KNOWN);
  const current = past.find(({ to }) => day < to);
  const name = current?.level ?? registration.name;
  return { name, formerNames: [...new Set(past.map(({ level }) => level))].filter((former) => former !== name) };
}

function matches(file: OpenFile, sight: Sight, filter: TrustFilter): (trust: Listed) => boolean {
  const tests: ((trust: Listed) => boolean)[] = [];
  const level = (asked: AskedRule, wanted: string | undefined): void => {
    if (wanted === undefined) return;
    const verdicts = verdictsOfAll(file, asked, sight);
    tests.push(({ about }) => verdicts.get(about)?.level === wanted);
  };
  level(SCOPE, filter.scope);
  level(GROUPS.region, filter.region);
  level(GROUPS.icb, filter.icb);
  level(GROUPS.type, filter.type);
  level(EPR_STATE, filter.eprState);
  const { reported, search } = filter;
  if (reported !== undefined) tests.push(({ about }) => tallyOf(file, sight, about).reports > 0 === reported);
  if (search !== undefined) {
    const text = search.toLowerCase();
    tests.push(({ ods, name, formerNames }) =>
      [ods, name, ...formerNames].some((word) => word.toLowerCase().includes(text)),
    );
  }
  return (trust) => tests.every((test) => test(trust));
}

/** A trust as lists and its own page show it. */
export function trustRow(file: OpenFile, ledger: EntrySource, sight: Sight, trust: Listed): TrustRow {
  const { about, ods, name, formerNames, registration } = trust;
  const verdict = (asked: AskedRule): Verdict => verdictOfOne(file, asked, sight, about);
  const { reports, reach } = tallyOf(file, sight, about);
  const [lastReported] = factViews(file, ledger, sight, latestEprFact(file, sight, about, reach));
  return {
    ods,
    name,
    formerNames,
    kind: registration.kind,
    country: registration.country,
    scope: verdict(SCOPE).level as ScopeLevel,
    opened: dated(registration.opened),
    closed: dated(registration.closed),
    icb: known(verdict(GROUPS.icb)),
    region: known(verdict(GROUPS.region)),
    type: known(verdict(GROUPS.type)),
    eprState: { ...verdict(EPR_STATE), lastReported },
    eprReports: reports,
  };
}

/** The row of the latest EPR fact that was certainly true by the day, or none. No such fact comes to a later day than `reach`. */
function latestEprFact(file: OpenFile, sight: Sight, about: number, reach: Day): ShownRow[] {
  const effective = effectiveAt(sight);
  return file.rows<ShownRow>(
    `SELECT ${SHOWN} FROM link l WHERE l.about = ?1 AND l.topic = ${TOPIC.epr} AND l.d_hi <= ?2 AND ${effective.sql}
     ORDER BY ${LATEST_FIRST} LIMIT 1`,
    about,
    toColumn(Math.min(sight.day, reach)),
    ...effective.values,
  );
}
