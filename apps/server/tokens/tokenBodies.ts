import { TOKEN_ROLES } from '@milepost/domain';
import type { TokenRole } from '@milepost/domain';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  Matches,
} from 'class-validator';
import { LIMIT, MOST } from '../http/momentQuery';
import { IsCursor, IsLimit } from '../http/pageParameters';

/** Whom it is for and how long, of a token and of a sign-in link alike. */
export class HolderBody {
  /** ODS codes of the trusts that a reporter or assessor writes for; without it all. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @ArrayUnique()
  @Matches(/^[A-Z0-9]{3,6}$/, { each: true, message: 'each of trusts is a code of 3 to 6 capital letters and digits' })
  readonly trusts?: string[];

  /** Instant with its offset, 2027-04-01T00:00:00Z. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/T.*(Z|[+-]\d\d:\d\d)$/, { message: 'expiresAt is an instant with its offset, 2027-04-01T00:00:00Z' })
  readonly expiresAt?: string;
}

/** Without `expiresAt` the token holds until it is revoked. */
export class TokenBody extends HolderBody {
  @IsIn(TOKEN_ROLES)
  readonly role!: TokenRole;

  /** What it may reach beyond its role: area:right. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(/^[a-z]+:[a-z]+$/, { each: true, message: 'each of scopes is area:right' })
  readonly scopes?: string[];
}

export class TokenPath {
  @Matches(/^[0-9a-f]{20}$/, { message: 'the id of a token has 20 hex digits in lower case' })
  readonly tokenId!: string;
}

export class TokensQuery {
  @IsCursor()
  readonly cursor?: string;

  /** Items a page, 1 to 500; 100 without it. */
  @IsLimit(MOST)
  readonly limit: number = LIMIT;
}
