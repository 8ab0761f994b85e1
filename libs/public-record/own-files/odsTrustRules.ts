import { compactDayCell } from '../cells/compactDayCell';
import { odsCodeCell } from '../cells/odsCodeCell';
import { optional } from '../cells/optional';
import type { Cell } from '../cells/cell';
import type { Values } from '../cells/readCells';
import { regionCell } from '../cells/regionCell';
import { RowRefused } from '../cells/rowRefused';
import { textCell } from '../cells/textCell';
import { ODS_SOURCE } from '../plan/odsSource';
import type { MadePublic, PlannedEvent } from '../plan/plannedEvent';
import type { RowRules } from '../plan/planFile';
import { present } from '../plan/present';
import { odsName } from './odsName';

/** Files of organisations have 27 columns and no header; these are the ones with a use here, by their number from 1. */
const NAMED: Readonly<Record<number, string>> = {
  1: 'code',
  2: 'name',
  3: 'region',
  4: 'icb',
  11: 'open_date',
  12: 'close_date',
  24: 'geography',
};
export const ODS_TRUST_COLUMNS = Array.from({ length: 27 }, (_, index) => NAMED[index + 1] ?? `column_${index + 1}`);

/** What ODS files have for region and ICB where there is none: Wales. */
const NO_REGION = 'W00';
const NO_ICB = 'Q99';
const unless =
  <T>(none: string, cell: Cell<T>): Cell<T | undefined> =>
  (text) =>
    text === '' || text === none ? undefined : cell(text);

const columns = {
  code: odsCodeCell,
  name: textCell,
  region: unless(NO_REGION, regionCell),
  icb: unless(NO_ICB, odsCodeCell),
  open_date: optional(compactDayCell),
  close_date: optional(compactDayCell),
  geography: optional(textCell),
};
type OdsTrust = Values<typeof columns>;

export interface OdsTrustFile {
  readonly list: string;
  readonly kind: 'nhs_trust' | 'care_trust';
  /** The day that the file describes. */
  readonly asAt: string;
}

/**
 * etr.csv and ect.csv: a code that the register does not hold is registered, every trust alive on the day is observed, and a last
 * day that the register does not hold is recorded. Where the register says something else, the row is refused: which is right is
 * not for an import to decide.
 */
export function odsTrustRules(file: OdsTrustFile): RowRules<typeof columns> {
  return {
    columns,
    keys: ({ code }) => [`${code}/${file.asAt}`],
    plan: ({ values, cells }) => {
      const { open_date: opened, close_date: closed } = values;
      if (opened !== undefined && closed !== undefined && closed < opened) {
        throw new RowRefused('close_date', 'The last day is before the first.');
      }
      const known = { subject: `trust-${values.code}`, key: `${values.code}/${file.asAt}` };
      const alive = (opened ?? file.asAt) <= file.asAt && (closed ?? file.asAt) >= file.asAt;
      return [
        { ...known, ...registered(values, countryOf(values, cells.region), file) },
        ...(alive ? [{ ...known, ...observed(values, file) }] : []),
        ...(closed === undefined ? [] : [{ ...known, ...ended(closed, file) }]),
      ];
    },
  };
}

type Body = Omit<PlannedEvent, 'subject' | 'key'>;

function registered({ name, open_date: opened }: OdsTrust, country: string, { kind, asAt }: OdsTrustFile): Body {
  const when =
    opened === undefined ? { occurredBy: asAt, precision: 'on_or_before' } : { occurredOn: opened, precision: 'day' };
  return {
    type: 'TrustRegistered.v1',
    data: { ...when, name: odsName(name), kind, country, source: ODS_SOURCE },
    public: knownOn(opened ?? asAt, asAt),
    givesWayTo: () => 'said-already',
  };
}

function observed({ name, region, icb }: OdsTrust, { list, asAt }: OdsTrustFile): Body {
  return {
    type: 'TrustObserved.v1',
    data: present({ occurredOn: asAt, precision: 'day', list, name: odsName(name), icb, region }),
    public: { on: asAt, how: 'observed' },
  };
}

function ended(closed: string, { asAt }: OdsTrustFile): Body {
  return {
    type: 'TrustClosed.v1',
    data: { occurredOn: closed, precision: 'day', source: ODS_SOURCE },
    public: knownOn(closed, asAt),
    givesWayTo: ({ occurredOn, precision }) =>
      occurredOn === closed && precision === 'day' ? 'said-already' : 'contradicts',
  };
}

/** The register's days count as public on their day; one ahead of the file was public by the file's day. */
export function knownOn(day: string, asAt: string): MadePublic {
  return day <= asAt ? { on: day, how: 'effective' } : { on: asAt, how: 'observed' };
}

/** `geography` is a letter, W for Wales; older files have a region of its own for Wales, newer ones leave it empty. */
function countryOf({ region, geography }: OdsTrust, cell: string | undefined): 'England' | 'Wales' {
  if (geography === 'W' || cell === NO_REGION) return 'Wales';
  if (region !== undefined || /^[A-K]$/.test(geography ?? '')) return 'England';
  throw new RowRefused('region', 'Neither region nor geography says whether the trust is in England or in Wales.');
}
