import type { FactType } from '@milepost/domain';

/** Types of fact that no rule reads, and some question does: their data is kept beside what is said of them. */
export const READ_BY_QUESTIONS: ReadonlySet<FactType> = new Set<FactType>(['SourceCompleteTo.v1']);
