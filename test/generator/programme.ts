import type { Random } from '../../libs/views/testing/random';

/** How a generated ledger is made: the same three give the same bytes. */
export interface ProgrammeSize {
  readonly seed: number;
  readonly trusts: number;
  /** Entries of the ledger, its opening included. */
  readonly events: number;
}

/** The record of a generated programme runs from the first of these days to the last, however many events it has. */
export const FIRST_DAY = Date.UTC(2015, 0, 1);
export const LAST_DAY = Date.UTC(2026, 8, 30);
const DAY_MS = 86_400_000;

export const dayText = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
export const daysBefore = (instant: number, days: number): number => instant - days * DAY_MS;

/** A code that no trust of the NHS has: ZZ and three letters or digits. */
export const codeOf = (n: number): string => `ZZ${n.toString(36).toUpperCase().padStart(3, '0')}`;

/** A UUID from the seed; version and variant as a random one has them. */
export function uuid(random: Random): string {
  const hex = (digits: number): string =>
    Math.floor(random.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[random.int(0, 3)]}${hex(3)}-${hex(6)}${hex(6)}`;
}

/** A deployment of an invented trust, and how far it has come. */
export interface Deployment {
  readonly id: string;
  readonly product: string;
  state: string;
}

/** An invented trust as the generator remembers it. */
export interface Trust {
  readonly ods: string;
  readonly region: string;
  icb: string;
  readonly type: string;
  readonly deployments: Deployment[];
  /** Facts that a later entry may correct, retract or dispute: the last few. */
  readonly recent: RecentFact[];
}

export interface RecentFact {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  retractedBy: string | undefined;
}

export function inventTrust(random: Random, n: number): Trust {
  return {
    ods: codeOf(n),
    region: `Y${56 + (n % 7)}`,
    icb: `QZ${random.pick(['A', 'B', 'C', 'D', 'E', 'F'])}`,
    type: random.pick(['acute', 'acute', 'mental_health', 'community', 'ambulance']),
    deployments: [],
    recent: [],
  };
}
