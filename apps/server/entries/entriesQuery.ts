import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { TOKEN_ROLES } from '@milepost/domain';
import { LIMIT, MOST } from '../http/momentQuery';
import { IsCursor, IsLimit } from '../http/pageParameters';

/** Who records: whoever has a token, and the program itself. */
const ACTOR_ROLES = [...TOKEN_ROLES, 'system'] as const;

export class EntryPath {
  /** The entry's number, from 0. */
  @Matches(/^(0|[1-9][0-9]{0,14})$/, { message: 'an entry is named by its number, from 0' })
  readonly sequence!: string;
}

export class EntryQuery {
  /** What this ledger held by then: size:N, a day, or an instant (RFC 3339); without it now. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly recordedBy?: string;
}

/** Which entries of the audit trail are asked for. */
export class EntriesQuery extends EntryQuery {
  /** What they concern: trust-RXX, icb-QHM, or every one of a kind: trust, icb, statement; several by commas. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9._,-]{1,1000}$/)
  readonly concerns?: string;

  /** Type with its version, EprWentLive.v1; several by commas. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9._,-]{1,1000}$/)
  readonly type?: string;

  /** Id of the token that recorded it. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9._-]{1,200}$/)
  readonly actor?: string;

  /** Role of whoever recorded it: that of the actor's first entry in this ledger. */
  @IsOptional()
  @IsIn(ACTOR_ROLES)
  readonly role?: (typeof ACTOR_ROLES)[number];

  /** true: only corrections, retractions and reinstatements; false: all but these. */
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly corrected?: 'true' | 'false';

  /** Recorded at or after this instant (RFC 3339), or from the beginning of this day in London on. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly recordedFrom?: string;

  /** Recorded before this instant (RFC 3339), or before this day in London began. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly recordedBefore?: string;

  @IsOptional()
  @IsIn(['oldest-first', 'newest-first'])
  readonly order?: 'oldest-first' | 'newest-first';

  /** Only what comes behind the entry of this number, in the order asked for. */
  @IsOptional()
  @Matches(/^(0|[1-9][0-9]{0,14})$/, { message: 'after is the number of an entry, from 0' })
  readonly after?: string;

  /** Where the next page begins, as the page before said; it carries the moment. */
  @IsCursor()
  readonly cursor?: string;

  /** Entries a page, 1 to 500; 100 without it. */
  @IsLimit(MOST)
  readonly limit: number = LIMIT;
}
