/** What an append demands of its stream: its last revision, or one of the three rules of the protocol. */
export type Expected = 'any' | 'no-stream' | 'stream-exists' | bigint;

/** An event as a client proposes it. The byte fields may share memory with the message they came in. */
export interface ProposedEvent {
  /** UUID, lower case, 36 characters. */
  readonly id: string;
  /** UTF-8. */
  readonly type: Uint8Array;
  readonly json: boolean;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

export interface Append {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly ProposedEvent[];
  /** Milliseconds since 1970 after which nothing of it may be stored any more. */
  readonly deadline: number | undefined;
}

export type AppendOutcome =
  /** Stored now or, where the same ids were there already, earlier. The position is that of the last event. */
  | { readonly kind: 'stored'; readonly revision: number; readonly position: number }
  /** An append of no events whose expectation held; revision is -1 where the stream does not exist. */
  | { readonly kind: 'nothing'; readonly revision: number; readonly position: number }
  /** Actual is -1 where the stream does not exist. */
  | { readonly kind: 'wrong-revision'; readonly actual: number }
  | { readonly kind: 'too-late' }
  /** Not stored; code is a gRPC status code. */
  | { readonly kind: 'refused'; readonly code: number; readonly sentence: string }
  /** The disk failed while it was being stored: only reading it after a restart can tell. */
  | { readonly kind: 'unknown'; readonly sentence: string };
