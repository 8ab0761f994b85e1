import type { FilePlan, Plan, RowPlan } from '../plan/plan';
import type { PlannedEvent } from '../plan/plannedEvent';

/**
 * What of a plan somebody may record who writes for some trusts only: a row about any other is refused, and the others go in.
 * What is recorded of other trusts is not gone from a file that could not speak of them.
 */
export function withinTrusts(plan: Plan, trusts: ReadonlySet<string>): Plan {
  const isWithin = (subject: string): boolean => trusts.has(subject.replace(/^trust-/, ''));
  return {
    ...plan,
    files: plan.files.map((file) => filed(file, isWithin, [...trusts].sort())),
    speaksOf: isWithin,
  };
}

function filed(file: FilePlan, isWithin: (subject: string) => boolean, trusts: readonly string[]): FilePlan {
  const refusedKeys: string[] = [...file.refusedKeys];
  const rows = file.rows.map((row): RowPlan => {
    const other = 'events' in row ? row.events.find(({ subject }) => !isWithin(subject)) : undefined;
    if (other === undefined || !('events' in row)) return row;
    refusedKeys.push(...row.events.map(({ key }) => key));
    return {
      line: row.line,
      problems: [{ file: file.file, line: row.line, column: 'ods_code', reason: why(other, trusts) }],
    };
  });
  return { ...file, rows, refusedKeys };
}

function why({ subject }: PlannedEvent, trusts: readonly string[]): string {
  return `You write for ${trusts.join(', ')}, and not for ${subject.replace(/^trust-/, '')}.`;
}
