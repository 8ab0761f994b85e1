/** How long what may take, in milliseconds. Tests shorten them; nothing else should. */
export interface Limits {
  /** A whole append, with all its attempts and readings: below the 5 s within which a command is answered. */
  readonly appendMs: number;
  /** One call of an append or a reading: shorter, so that another attempt fits when a call gets lost. */
  readonly attemptMs: number;
  /** A page read, with all its attempts. */
  readonly readMs: number;
  readonly pingMs: number;
  /** First pause before trying again; doubles each time. */
  readonly firstPauseMs: number;
  /** Longest pause of a follower before it subscribes again. */
  readonly longestPauseMs: number;
  /** After so long without a word a follower asks whether it is owed an event. A subscription must be confirmed within the same time. */
  readonly silenceMs: number;
  /** An event that a reading saw must reach the follower within this time. */
  readonly owedMs: number;
}

export const LIMITS: Limits = {
  appendMs: 4_500,
  attemptMs: 1_500,
  readMs: 4_500,
  pingMs: 2_000,
  firstPauseMs: 50,
  longestPauseMs: 5_000,
  silenceMs: 5_000,
  owedMs: 1_000,
};
