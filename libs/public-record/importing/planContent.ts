import { canonicalText, contentHash, sha256Hex } from '@milepost/event-store';
import type { Json } from '@milepost/event-store';
import { inOrder } from '../plan/inOrder';
import type { Plan } from '../plan/plan';

/** Hash of all that a plan's files say, refused rows included. It changes with the files, and with how this release reads them. */
export function planContent(plan: Plan): string {
  const events = inOrder(plan).map(({ event }): Json => {
    const { subject, type, key, data } = event;
    return [subject, type, key, event.public.on, event.public.how, contentHash(data)];
  });
  const rows = plan.files.map(({ file, rows, unread }): Json => {
    const refused = rows.flatMap((row) =>
      'problems' in row ? row.problems.map(({ reason }) => [row.line, reason]) : [],
    );
    return [file, rows.length, refused, unread?.problem.reason ?? ''];
  });
  return sha256Hex(canonicalText([events, rows]));
}
