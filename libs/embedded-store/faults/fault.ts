/** Points of a commit at which the store can be made to die. */
export type CommitPoint = 'before-commit' | 'after-commit';

export type CallKind = 'append' | 'read' | 'subscribe' | 'features' | 'gossip';

/**
 * What a test can make the store do wrong. `nth` counts from 1, per kind of call; commits count each sync of appends.
 * - die: the process is killed at a point of the nth commit; `after-commit` is before anybody was answered
 * - cut: every connection is cut after the nth commit and before its answers
 * - disk-full: `times` commits from the nth on find no room for new pages
 * - silence: calls of a kind are taken but never answered, from the nth on
 * - delay, fail: the nth call of a kind waits, or ends with a gRPC status code
 * - drop: the subscription that delivers the nth event, counted over all of them, ends after it without an error
 */
export type Fault =
  | { readonly do: 'die'; readonly at: CommitPoint; readonly nth: number }
  | { readonly do: 'cut'; readonly nth: number }
  | { readonly do: 'disk-full'; readonly nth: number; readonly times: number }
  | { readonly do: 'silence'; readonly call: CallKind; readonly nth: number }
  | { readonly do: 'delay'; readonly call: CallKind; readonly nth: number; readonly ms: number }
  | { readonly do: 'fail'; readonly call: CallKind; readonly nth: number; readonly code: number }
  | { readonly do: 'drop'; readonly nth: number };
