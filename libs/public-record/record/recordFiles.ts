/** The files of the public record, in the order in which events that became public on one day go in (fixed formats, "Ids"). */
export const RECORD_FILES = [
  'icbs.csv',
  'trusts.csv',
  'trust_lists.csv',
  'trust_moves.csv',
  'trust_successions.csv',
  'statements.csv',
  'epr_milestones.csv',
  'dma_assessments.csv',
  'denominators.csv',
] as const;
export type RecordFile = (typeof RECORD_FILES)[number];
