import type { SentFile } from '../desk';

type Kind = SentFile['kind'];

interface FileKind {
  readonly label: string;
  readonly hint: string;
  /** Columns that a file must have, and those that it may. */
  readonly columns: string;
}

/** What can be sent as a file, in the order of the form. */
export const FILE_KINDS: Readonly<Record<Kind, FileKind>> = {
  returns: {
    label: 'A return',
    hint: 'The state of each trust’s electronic patient record as at a day.',
    columns:
      'ods_code, state and as_at; if you need them also name, precision, deployment, source, reported_on and published_on. A row with an empty state says nothing.',
  },
  milestones: {
    label: 'Milestones',
    hint: 'Steps, plans and postponements, each with its source.',
    columns:
      'key, ods_code, deployment, trust_name_at_time, milestone, occurred_on, occurred_by, precision, planned_for, planned_precision, product_supplier, replaces, detail, copies, source_kind, publisher and source_url; also reported_on or published_on. All must be there, and cells may be empty.',
  },
  dma: {
    label: 'Assessments',
    hint: 'Digital maturity scores by trust, care setting and year.',
    columns:
      'ods_code, care_setting, framework, year, then a column for each measure; also reported_on or published_on.',
  },
};

export function isFileKind(text: string | undefined): text is Kind {
  return text !== undefined && Object.hasOwn(FILE_KINDS, text);
}
