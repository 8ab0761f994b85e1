import { canonicalText, contentHash, sha256Hex } from '@milepost/event-store';
import type { Json } from '@milepost/event-store';
import { inOrder } from '../plan/inOrder';
import type { Plan } from '../plan/plan';
import { Turn } from '../slices/turn';

/** Hash of all that a plan's files say, refused rows included. It changes with the files, and with how this release reads them. */
export async function planContent(plan: Plan): Promise<string> {
  const turn = new Turn();
  const events: string[] = [];
  for (const { event } of inOrder(plan)) {
    const { subject, type, key, data } = event;
    events.push(canonicalText([subject, type, key, event.public.on, event.public.how, contentHash(data)]));
    if (turn.isOver) await turn.giveWay();
  }
  const rows = plan.files.map(({ file, rows, unread }): Json => {
    const refused = rows.flatMap((row) =>
      'problems' in row ? row.problems.map(({ reason }) => [row.line, reason]) : [],
    );
    return [file, rows.length, refused, unread?.problem.reason ?? ''];
  });
  return sha256Hex(`[[${events.join(',')}],${canonicalText(rows)}]`);
}
