import { Matches } from 'class-validator';

/** Names one target; a programme's end is the id of the programme and `-end`. */
export class TargetPath {
  @Matches(/^(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*$/, { message: '$property is no id of a target' })
  readonly id!: string;
}
