import { Turn } from './turn';

/** Work that can be interrupted after each of its steps, and comes to a result. */
export type Steps<Result> = Generator<undefined, Result>;

/** Does it all without a break: for work that nobody waits beside. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Does it turn by turn, so that requests that come meanwhile are answered. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  const turn = new Turn();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (turn.isOver) await turn.giveWay();
  }
}
