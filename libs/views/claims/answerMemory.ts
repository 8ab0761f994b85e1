import type { Questions } from '../questions';

/** Answers to questions about a moment, which never change; the oldest are dropped beyond `most`, by the views that gave them. */
export class AnswerMemory<T> {
  private readonly byQuestions = new WeakMap<Questions, Map<string, T>>();

  constructor(private readonly most: number) {}

  /** @param key names moment and question whole */
  of(questions: Questions, key: string, make: () => T): T {
    const known = this.byQuestions.get(questions) ?? new Map<string, T>();
    this.byQuestions.set(questions, known);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    const [oldest] = known.keys();
    if (known.size >= this.most && oldest !== undefined) known.delete(oldest);
    known.set(key, made);
    return made;
  }
}
