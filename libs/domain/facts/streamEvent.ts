/** An event of one stream as the domain needs it: what was read from store or ledger, without its envelope. */
export interface StreamEvent {
  /** Entry number, or revision while a command decides: whatever puts the stream's events in order. */
  readonly sequence: number;
  /** UUID, lower case. */
  readonly id: string;
  /** With its version: `EprWentLive.v1`. */
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** `public.on` of its metadata, YYYY-MM-DD; absent for an event that is neither fact nor version of one. */
  readonly publicOn?: string | undefined;
  /** `requestHash` of its metadata, of an event that a command made. */
  readonly requestHash?: string | undefined;
}
