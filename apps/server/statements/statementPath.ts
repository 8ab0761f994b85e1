import { Matches } from 'class-validator';

/** Names one public statement. */
export class StatementPath {
  /** The statement's id, as in its subject after `statement-`. */
  @Matches(/^[a-z0-9][a-z0-9-]{0,99}$/, { message: '$property is no id of a statement' })
  readonly id!: string;
}
