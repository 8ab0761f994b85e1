import { ASSURANCES, CARE_SETTINGS, EPR_STATES, PRECISIONS, RATINGS } from '@milepost/domain';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { Nested } from '../http/nested';

/**
 * Bodies of commands that record something about a trust. Which fields belong to which type, and which dates to which precision,
 * is for the schema of the type to say.
 */

const TEXT = 4000;

/** Where it was learned. */
export class SourceBody {
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly publisher!: string;

  @IsIn(['primary', 'press', 'copy'])
  readonly kind!: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly title?: string;

  /** Day, month, quarter or year, as the source gives it. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly date?: string;

  /** Only where the source itself was seen. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(2000)
  readonly url?: string;

  /** What a copy copies, where that is known. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly copies?: string;
}

/** What every report has: when it was true, when it became public, and where it was learned. */
export class ReportBody {
  /** The day it was reported or became public, YYYY-MM-DD; without it today. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly reportedOn?: string;

  /** Day, month, quarter or year, by precision. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly occurredOn?: string;

  /** Last day, where precision is between or on_or_before. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly occurredBy?: string;

  @IsIn(PRECISIONS)
  readonly precision!: string;

  @IsOptional()
  @IsObject()
  @Nested(() => SourceBody)
  readonly source?: SourceBody;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly note?: string;
}

/** About an EPR at a trust, deployment by deployment. */
export class EprBody extends ReportBody {
  /** Lower-case words joined by hyphens: which EPR at this trust. */
  @IsOptional()
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'deployment is a name of lower-case words joined by hyphens' })
  @MaxLength(100)
  readonly deployment?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly product?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly supplier?: string;

  /** Product or supplier, where the source does not tell them apart. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly productSupplier?: string;

  /** The system that this one takes the place of. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly replaces?: string;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(CARE_SETTINGS, { each: true })
  readonly careSettings?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(TEXT, { each: true })
  readonly sites?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(TEXT, { each: true })
  readonly modules?: string[];

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly detail?: string;

  /** Why a step was skipped, or another reason given for this one. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly reason?: string;
}

export const MILESTONES = [
  'EprBusinessCaseApproved',
  'EprProcurementStarted',
  'EprContractAwarded',
  'EprContractSigned',
  'EprContractExpired',
  'EprImplementationStarted',
  'EprPlanPublished',
  'EprWentLive',
  'EprUseSuspended',
  'EprUseResumed',
  'EprWithdrawn',
  'EprProgrammeRated',
  'IncidentReported',
] as const;

export class MilestoneBody extends EprBody {
  @IsIn(MILESTONES)
  readonly type!: (typeof MILESTONES)[number];

  /** Of a business case: strategic_outline, outline, full. Of a contract award: announced, awarded. */
  @IsOptional()
  @IsIn(['strategic_outline', 'outline', 'full', 'announced', 'awarded'])
  readonly stage?: string;

  /** Of a go-live or resumption. */
  @IsOptional()
  @IsIn(['partial', 'full'])
  readonly extent?: string;

  /** Of a contract: millions of pounds. */
  @IsOptional()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(0)
  readonly valueGbpMillions?: number;

  @IsOptional()
  @IsIn(RATINGS)
  readonly rating?: string;

  @IsOptional()
  @IsIn(RATINGS)
  readonly previousRating?: string;

  /** Role or body. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly ratedBy?: string;

  /** Of an incident. */
  @IsOptional()
  @IsIn(['critical'])
  readonly severity?: string;
}

export class PlanBody extends EprBody {
  @IsIn(['EprGoLivePlanned', 'EprGoLivePostponed'])
  readonly type!: 'EprGoLivePlanned' | 'EprGoLivePostponed';

  /** Day, month, quarter or year planned for, by plannedPrecision. Left out of a postponement: no new date was given. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly plannedFor?: string;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly plannedBy?: string;

  @IsOptional()
  @IsIn(PRECISIONS)
  readonly plannedPrecision?: string;
}

/** A return: the state as at a day. Without a deployment it is about the trust as a whole. */
export class StateBody extends EprBody {
  @IsIn(EPR_STATES)
  readonly state!: string;

  /** Which return this stood in. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly return?: string;

  /** Role or body that made it. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly reportedBy?: string;
}

export class AssessmentBody extends ReportBody {
  @IsIn(['DMA', 'DCF', 'EMRAM'])
  readonly framework!: string;

  @Matches(/^[A-Za-z0-9.]{1,20}$/)
  readonly frameworkVersion!: string;

  @IsIn(CARE_SETTINGS)
  readonly careSetting!: string;

  /** By measure id, in the framework's own scale. */
  @IsObject()
  readonly scores!: Record<string, number>;

  /** By capability id, where the framework gives statuses instead of scores. */
  @IsOptional()
  @IsObject()
  readonly statuses?: Record<string, string>;

  @IsIn(ASSURANCES)
  readonly assurance!: string;

  /** A role, never a person. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly signedOffBy?: string;
}

export class SupportBody extends ReportBody {
  @IsIn(['SupportAgreed', 'SupportEnded'])
  readonly type!: 'SupportAgreed' | 'SupportEnded';

  @IsIn(['financial', 'policy', 'delivery'])
  readonly kind!: string;

  @IsOptional()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(0)
  readonly amountGbpMillions?: number;

  /** Financial year, 2025/26. */
  @IsOptional()
  @Matches(/^\d{4}\/\d{2}$/)
  readonly year?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly detail?: string;

  /** What became of it, where it ended. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly outcome?: string;
}
