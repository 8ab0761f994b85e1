/** A JSON value as the client delivers it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}

/** A place in `$all`. Both numbers are kept as they came: a position is never rebuilt from one of them. */
export interface Position {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** An event as it was read from the store. Nothing here is trusted: any program may have written it. */
export interface StoredEvent {
  /** UUID, lower case. */
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  /** With its version: `EprWentLive.v1`. */
  readonly type: string;
  readonly position: Position;
  /** The store's own stamp, milliseconds since 1970. Used to check clocks, never part of an entry. */
  readonly created: number;
  /** Parsed JSON (a string where the JSON did not parse), or the bytes of a binary event. */
  readonly data: Json | Uint8Array;
  readonly metadata: Json | Uint8Array | undefined;
}

/** An event about to be appended. Its data and metadata are plain JSON; anything else is refused before the call. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}
