import { dateProblem } from '@milepost/domain';
import type { DatePrefix, Precision } from '@milepost/domain';
import type { JsonObject } from '@milepost/event-store';
import { RowRefused } from '../cells/rowRefused';
import { present } from './present';

/** The cells that say when, each as it stands in its column. */
export interface WhenCells {
  readonly on: string | undefined;
  readonly by?: string | undefined;
  readonly precision: Precision;
}

/** Names of the members of an event's data, and of the columns that hold them. */
export interface WhenNames {
  readonly prefix: DatePrefix;
  readonly members: Readonly<Record<keyof WhenCells, string>>;
  readonly columns: Readonly<Record<keyof WhenCells, string>>;
}

/** The members that say when. Throws {@link RowRefused} at the column where date and precision contradict each other. */
export function whenMembers(cells: WhenCells, { prefix, members, columns }: WhenNames): JsonObject {
  const data = present({
    [members.on]: cells.on,
    [members.by]: cells.by,
    [members.precision]: cells.precision,
  });
  const problem = dateProblem(data, prefix);
  if (problem === undefined) return data;
  const role = (['on', 'by', 'precision'] as const).find((name) => members[name] === problem.member) ?? 'precision';
  throw new RowRefused(columns[role], problem.sentence.replaceAll(problem.member, columns[role]));
}
