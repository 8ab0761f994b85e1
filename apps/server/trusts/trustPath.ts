import { Matches } from 'class-validator';

export class TrustPath {
  /** ODS code of the trust. */
  @Matches(/^[A-Z0-9]{3,6}$/, { message: 'the code of a trust has 3 to 6 capital letters and digits' })
  readonly ods!: string;
}
