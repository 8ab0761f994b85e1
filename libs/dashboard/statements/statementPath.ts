import type { FactView } from '@milepost/views';

/** Address of a public statement's page, below the base path. */
export function statementPath({ subject }: FactView): string {
  return `/statements/${encodeURIComponent(subject.replace(/^statement-/, ''))}`;
}
