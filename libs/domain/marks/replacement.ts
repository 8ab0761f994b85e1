/** A command that replaces the version of a fact in effect. */
export interface Replacement {
  /** Id of the fact: of its first event. */
  readonly fact: string;
  /** Id of the version in effect, as the person who asks has seen it. */
  readonly replaces: string;
  readonly reason: string;
  /** The day that this became public, YYYY-MM-DD; absent: today. */
  readonly reportedOn?: string | undefined;
}
