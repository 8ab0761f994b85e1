import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { Nested } from '../http/nested';

/** Bodies of commands about a fact that is recorded already. */

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const IS_AN_ID = { message: '$property is the id of an event: a UUID in lower case' };
const TEXT = 4000;

export class MarkBody {
  /** The day it became public, YYYY-MM-DD; without it today. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly reportedOn?: string;
}

/** Names the version in effect, as whoever asks has seen it. */
export class ReplacementBody extends MarkBody {
  @Matches(UUID, IS_AN_ID)
  readonly replaces!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly reason!: string;
}

export class CorrectionBody extends ReplacementBody {
  /** The fact's complete data, as they should be. */
  @IsObject()
  readonly data!: Record<string, unknown>;
}

export class DisputeBody extends MarkBody {
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly grounds!: string;
}

export class ResolutionBody extends MarkBody {
  /** Id of the event that disputed. */
  @Matches(UUID, IS_AN_ID)
  readonly dispute!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly outcome!: string;
}

/** A document by its hash; the document stays with whoever holds it. */
export class DocumentBody {
  @Matches(/^[0-9a-f]{64}$/, { message: 'sha256 is 64 hex digits in lower case' })
  readonly sha256!: string;

  @IsInt()
  @Min(0)
  readonly bytes!: number;

  @Matches(/^[a-z]+\/[a-zA-Z0-9.+-]{1,100}$/, { message: 'mediaType is one such as application/pdf' })
  readonly mediaType!: string;
}

export class EvidenceBody extends MarkBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Nested(() => DocumentBody, { each: true })
  readonly documents!: DocumentBody[];

  /** The open question that it answers, in words. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly answers?: string;
}
