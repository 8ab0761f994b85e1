import { TRUST_TYPES } from '@milepost/domain';
import type { TrustOrder } from '@milepost/views';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { PagedQuery } from '../http/momentQuery';

const CODE = /^[A-Z0-9]{3,6}$/;
const IS_A_CODE = { message: '$property is no code; one has 3 to 6 capital letters and digits' };

/** Which trusts of the register are asked for. */
export class TrustsQuery extends PagedQuery {
  /** Part of a name, a former name or a code, in any case. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  readonly search?: string;

  /** Code of the region on the day asked about. */
  @IsOptional()
  @Matches(CODE, IS_A_CODE)
  readonly region?: string;

  /** Code of the integrated care board on the day asked about. */
  @IsOptional()
  @Matches(CODE, IS_A_CODE)
  readonly icb?: string;

  @IsOptional()
  @IsIn(TRUST_TYPES)
  readonly type?: string;

  /** A state, or not-known. */
  @IsOptional()
  @Matches(/^[a-z_-]{1,40}$/)
  readonly eprState?: string;

  @IsOptional()
  @IsIn(['in', 'out', 'not-known'])
  readonly scope?: 'in' | 'out' | 'not-known';

  /** true: only trusts with EPR reports in this record; false: only those without. */
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly reported?: 'true' | 'false';

  /** By name without it; by code; or the latest EPR report first, and then by name. */
  @IsOptional()
  @IsIn(['name', 'code', 'reported'])
  readonly order?: TrustOrder;
}
