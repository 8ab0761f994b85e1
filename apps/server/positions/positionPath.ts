import { Matches } from 'class-validator';

/** Names one position. */
export class PositionPath {
  @Matches(/^(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*$/, { message: '$property is no id of a position' })
  readonly id!: string;
}
