import { PRECISIONS } from '@milepost/domain';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { Nested } from '../http/nested';
import { ReportBody } from './reportBodies';

const TEXT = 4000;
const NUMBER = { allowNaN: false, allowInfinity: false };

export const TARGET_CHANGES = [
  'TargetSet',
  'TargetReworded',
  'ThresholdChanged',
  'DeadlineExtended',
  'TargetWithdrawn',
  'ProgrammeEndRevised',
] as const;

/** The moment that a decision was informed by. */
export class InformedByBody {
  @IsString()
  @MaxLength(10)
  readonly asOf!: string;

  /** size:N, a day, or an instant. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  readonly recordedBy?: string;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly publicBy?: string;
}

/** A change of a target: `occurred…` says when it was announced. Which fields belong to which type is for the schema of the type to say. */
export class TargetChangeBody extends ReportBody {
  @IsIn(TARGET_CHANGES)
  readonly type!: (typeof TARGET_CHANGES)[number];

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly wording?: string;

  /** As public statements name it: epr_coverage. */
  @IsOptional()
  @Matches(/^[a-z][a-z0-9_]*$/)
  @MaxLength(100)
  readonly metric?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly population?: string;

  /** Percent of trusts, 0 to 100; the same as the upper end where one share is asked for. */
  @IsOptional()
  @IsNumber(NUMBER)
  readonly thresholdPercentLow?: number;

  @IsOptional()
  @IsNumber(NUMBER)
  readonly thresholdPercentHigh?: number;

  /** Day, month, quarter or year, by deadlinePrecision. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly deadlineOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly deadlineBy?: string;

  @IsOptional()
  @IsIn(PRECISIONS)
  readonly deadlinePrecision?: string;

  /** Of a programme: when it ends. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly endsOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly endsBy?: string;

  @IsOptional()
  @IsIn(PRECISIONS)
  readonly endsPrecision?: string;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly decidedOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly decidedBy?: string;

  @IsOptional()
  @IsIn(PRECISIONS)
  readonly decidedPrecision?: string;

  /** The role or body that decided. Without it the change is refused. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT)
  readonly authority?: string;

  /** Why it was decided. Without any the change is refused. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(TEXT, { each: true })
  readonly reasons?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(TEXT, { each: true })
  readonly conditions?: string[];

  @IsOptional()
  @IsObject()
  @Nested(() => InformedByBody)
  readonly informedBy?: InformedByBody;

  /** Id of the public statement that announced it. */
  @IsOptional()
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @MaxLength(100)
  readonly statement?: string;
}
