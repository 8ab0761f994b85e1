/** The moment that an answer was given for, as it stands in every answer. */
export interface MomentAnswer {
  readonly ledger: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Decimal string: entries 0 to size - 1 were heard. */
  readonly size: string;
  /** As asked; null where it was not. */
  readonly recordedBy: string | null;
  /** Effective recorded time of entry size - 1, RFC 3339 in UTC with milliseconds; null where nothing was recorded yet. */
  readonly lastRecordedAt: string | null;
  /** RFC 6962 root over those entries, base64. */
  readonly root: string;
  /** YYYY-MM-DD; null: no limit. */
  readonly publicBy: string | null;
  /** Versions of the definitions used, `epr-live@1`. */
  readonly definitions: readonly string[];
  /** Whether the same question will be answered the same for ever. */
  readonly final: boolean;
  /** Version of the views that answered; null where the ledger itself did. */
  readonly view: string | null;
}
