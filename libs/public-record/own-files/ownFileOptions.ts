import { parseDay } from '@milepost/domain';
import { Problem } from '@milepost/platform';

export interface OwnFileOptions {
  /** The day that an ODS file describes, YYYY-MM-DD; ODS files need it, others have no use for it. */
  readonly asAt?: string | undefined;
  /** The day on which rows without a day of their own became public, YYYY-MM-DD. */
  readonly publishedOn?: string | undefined;
}

/** The codes that a row may name: those that the register holds. */
export interface KnownCodes {
  readonly trusts: ReadonlySet<string>;
}

/** Refuses an import that was asked for wrongly, before any file is read. */
export function importRefused(parameter: string, detail: string): Problem {
  return new Problem({
    slug: 'invalid-request',
    title: 'Invalid request',
    status: 400,
    detail,
    errors: [{ parameter, detail }],
  });
}

/** @throws {Problem} where an option is not a day that exists. */
export function checkOptions({ asAt, publishedOn }: OwnFileOptions): void {
  for (const [parameter, day] of Object.entries({ asAt, publishedOn })) {
    if (day !== undefined && parseDay(day) === undefined) {
      throw importRefused(parameter, `It must be a day that exists, YYYY-MM-DD; ${JSON.stringify(day)} is not.`);
    }
  }
}
