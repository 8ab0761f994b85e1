import { formatDay } from '@milepost/domain';
import type { Desk } from '../desk';
import type { FormAnswer } from '../forms/forms';
import type { FormVisit } from '../forms/formVisit';
import type { FormKind } from './formKind';
import { checkView, formView } from './formPages';
import { draftOf, idempotencyKey } from './idempotencyKey';
import type { Typed } from './typed';

/**
 * One step of a form that was sent: back to the form (`form`), on to the answers (`check`), for good (`confirm`), or anew
 * from the version in effect (`restart`). What was typed is read anew at each, since a browser carried it in between.
 * @throws Problem what the desk refuses
 */
export async function answerForm(desk: Desk, visit: FormVisit, kind: FormKind, typed: Typed): Promise<FormAnswer> {
  if (typed['step'] === 'form') return { view: formView(visit, kind, typed) };
  const restart = typed['step'] === 'restart' ? kind.versions?.restart : undefined;
  if (restart) return { view: formView(visit, kind, restart(typed)) };
  const answered = kind.command(typed);
  if ('faults' in answered) return { view: formView(visit, kind, typed, { faults: answered.faults }), status: 400 };
  const { session } = visit;
  if (typed['step'] !== 'confirm') {
    const draft = draftOf(typed['draft']);
    await desk.check(answered.command, session);
    return { view: checkView(kind, { ...typed, draft }) };
  }
  const { sequence } = await desk.send(
    answered.command,
    session,
    idempotencyKey(draftOf(typed['draft']), answered.command),
  );
  return {
    to: `/entries/${sequence}?${new URLSearchParams({ recorded: 'yes', asOf: formatDay(visit.today) }).toString()}`,
  };
}
