import type { Questions } from './questions';
import type { StandardQuestions } from './standards/standardQuestions';

/** Everything that can be asked of the views: about the record, and about what standards say of it. */
export interface ViewQuestions extends Questions {
  readonly standards: StandardQuestions;
}
