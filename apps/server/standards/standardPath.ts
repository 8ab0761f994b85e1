import { Matches, MaxLength } from 'class-validator';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class StandardPath {
  /** The standard's id: lower-case words joined by hyphens. */
  @Matches(SLUG, { message: 'the id of a standard is lower-case words joined by hyphens' })
  @MaxLength(100)
  readonly id!: string;
}

export class StandardVersionPath extends StandardPath {
  /** One of its versions. */
  @Matches(/^[a-z0-9]+([.-][a-z0-9]+)*$/, { message: 'a version is one such as 1 or 2025.1' })
  @MaxLength(40)
  readonly version!: string;
}
