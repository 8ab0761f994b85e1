import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
} from 'class-validator';
import { Nested } from '../http/nested';
import { DocumentBody } from './markBodies';
import { ReportBody } from './reportBodies';

const TEXT = 4000;

/** A position that was agreed: `occurred…` says when. Its figures are not sent: the record has them. */
export class PositionBody extends ReportBody {
  /** Lower-case words joined by hyphens, under which it is found again. */
  @IsString()
  @MaxLength(100)
  readonly id!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly title!: string;

  /** The role or body that agreed, never a person. */
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly authority!: string;

  /** The figures of this day, YYYY-MM-DD. */
  @IsString()
  @MaxLength(10)
  readonly asOf!: string;

  /** As this record held them by then: size:N, a day, or an instant; without it now. It is kept as the size that it names. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  readonly recordedBy?: string;

  /** Only what had been made public by this day. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly publicBy?: string;

  /** Names of figures, as under /api/v1/figures. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  readonly metrics!: string[];

  /** The paper that was agreed, by the hash of the document. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Nested(() => DocumentBody, { each: true })
  readonly documents?: DocumentBody[];
}
