import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsCursor, IsLimit } from './pageParameters';

/** For addresses that take no parameter at all. */
export class NoQuery {}

/** The moment, as every read takes it. Whether the texts name one is for its resolution to say. */
export class MomentQuery {
  /** What was true on this day, YYYY-MM-DD; without it today in London. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly asOf?: string;

  /** What this ledger held by then: size:N, a day, or an instant (RFC 3339); without it now. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly recordedBy?: string;

  /** Only what had been made public by this day, YYYY-MM-DD; without it no limit. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly publicBy?: string;
}

export const LIMIT = 100;
export const MOST = 500;

/** A question that is answered page by page. */
export class PagedQuery extends MomentQuery {
  /** Where the next page begins, as the page before said; it carries the whole moment. */
  @IsCursor()
  readonly cursor?: string;

  /** Items a page, 1 to 500; 100 without it. */
  @IsLimit(MOST)
  readonly limit?: number;
}
