import { IsOptional, IsString, MaxLength } from 'class-validator';
import { MOST } from '../http/momentQuery';
import { IsCursor, IsLimit } from '../http/pageParameters';

/** Two moments, each as every read takes one. */
export class TwoMomentsQuery {
  /** The first moment: what was true on this day, YYYY-MM-DD; without it today in London. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly 'from.asOf'?: string;

  /** The first moment: what this ledger held by then: size:N, a day, or an instant (RFC 3339); without it now. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly 'from.recordedBy'?: string;

  /** The first moment: only what had been made public by this day, YYYY-MM-DD. Say it for both moments or for neither. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly 'from.publicBy'?: string;

  /** The second moment, as the first. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly 'to.asOf'?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly 'to.recordedBy'?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly 'to.publicBy'?: string;
}

/** A question about two moments that is answered page by page. */
export class PagedTwoMomentsQuery extends TwoMomentsQuery {
  /** Where the next page begins, as the page before said; it carries both moments whole. */
  @IsCursor()
  readonly cursor?: string;

  /** Items a page, 1 to 500; 100 without it. */
  @IsLimit(MOST)
  readonly limit?: number;
}
