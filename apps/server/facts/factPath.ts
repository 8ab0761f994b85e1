import { Matches } from 'class-validator';

export class FactPath {
  /** Id of the fact: that of its first event. */
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { message: 'the id of a fact is a UUID in lower case' })
  readonly factId!: string;
}
