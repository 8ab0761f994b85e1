/** What sort of statement each of the record's kinds is. A kind stays in the event as its `topic`. */
export const STATEMENT_TOPICS = {
  target_history: 'claim',
  target_set: 'target',
  target_changed: 'target',
  status_claim: 'claim',
  forecast: 'forecast',
  programme_started: 'decision',
  programme_change: 'decision',
  budget_changed: 'decision',
  rating_changed: 'publication',
  definition_published: 'publication',
  procurement: 'publication',
  data_published: 'publication',
  data_corrected: 'publication',
  reference_data_changed: 'publication',
} as const;
export type StatementTopic = keyof typeof STATEMENT_TOPICS;
