import { IsOptional, Matches } from 'class-validator';
import { EntryQuery } from '../entries/entriesQuery';

const NUMBER = /^(0|[1-9][0-9]{0,14})$/;

/** Which entries' bytes are asked for: of a position all, or those between two numbers. */
export class RawEntriesQuery extends EntryQuery {
  /** Number of the first entry; 0 without it. */
  @IsOptional()
  @Matches(NUMBER, { message: 'from is the number of an entry, from 0' })
  readonly from?: string;

  /** Number of the last entry, which is sent too; without it the last of the position. */
  @IsOptional()
  @Matches(NUMBER, { message: 'to is the number of an entry, from 0' })
  readonly to?: string;
}
