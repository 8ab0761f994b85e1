import type { OwnFileKind } from '@milepost/public-record';
import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';

export type ImportKind = OwnFileKind | 'public-record';
/** Named here, so that the importers are loaded only when something is imported. */
export const IMPORT_KINDS: readonly ImportKind[] = ['ods', 'dma', 'milestones', 'returns', 'public-record'];

/** What is imported; the file itself is the body. */
export class ImportQuery {
  /** What the file is; public-record is the record that Milepost is shipped with, and takes no file. */
  @IsIn(IMPORT_KINDS)
  readonly kind!: ImportKind;

  /** Name of the file, for the report; an ODS file is known by it. */
  @IsOptional()
  @Matches(/^[^/\\\p{Cc}]{1,200}$/u, { message: 'file is a name without folders' })
  readonly file?: string;

  /** The day that an ODS file describes, YYYY-MM-DD. */
  @IsOptional()
  @MaxLength(10)
  readonly asAt?: string;

  /** The day on which rows without a day of their own became public, YYYY-MM-DD. */
  @IsOptional()
  @MaxLength(10)
  readonly publishedOn?: string;

  /** true: says what would come of it, and records nothing. */
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly dryRun?: 'true' | 'false';
}
