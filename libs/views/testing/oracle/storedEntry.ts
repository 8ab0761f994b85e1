/** An entry as it is stored, parsed and nothing more. */
export interface StoredEntry {
  readonly sequence: number;
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly metadata: Record<string, unknown> | undefined;
}
