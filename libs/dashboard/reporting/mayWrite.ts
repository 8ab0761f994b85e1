import { permits } from '@milepost/access';
import type { Action } from '@milepost/access';
import { Problem } from '@milepost/platform';
import type { FormVisit } from '../forms/formVisit';
import type { Link } from '../pages/pageView';
import { roleInWords } from '../format/roleInWords';
import type { Visit } from '../visit/visit';

/** Whether links to a form are of use to a reader: to whoever may send it, and to whoever can still sign in. */
export function canUse({ session }: Pick<Visit, 'session'>, action: FormAction, ods: string | undefined): boolean {
  if (session === undefined) return true;
  return permits(session.role, action) && writesFor(session, ods);
}

/** Where a reader can report about a trust; undefined where the role or the trust is not theirs. */
export function reportLink(visit: Pick<Visit, 'session' | 'context'>, ods: string): string | undefined {
  const any = canUse(visit, 'report', ods) || canUse(visit, 'assess', ods);
  return any ? `${visit.context.basePath}/trusts/${ods}/report` : undefined;
}

/** What forms do. */
export type FormAction = Extract<Action, 'report' | 'assess' | 'correct' | 'dispute' | 'resolve-dispute'>;

const NOT_DONE: Readonly<Record<FormAction, string>> = {
  report: 'report milestones, plans or states',
  assess: 'report assessments',
  correct: 'correct, retract or reinstate entries',
  dispute: 'dispute entries',
  'resolve-dispute': 'settle disputes',
};

/**
 * Whoever may not send a form is told so before filling it in, and where else to go.
 * @param ods the trust that it is about; undefined where it is about none, which is the programme's
 * @throws Problem 403 `not-permitted`, `not-your-trust`
 */
export function mustBeAbleTo(visit: FormVisit, action: FormAction, ods: string | undefined, about: string): void {
  const { session } = visit;
  if (!permits(session.role, action)) {
    const who = roleInWords(session.role).toLowerCase();
    throw new Problem({
      slug: 'not-permitted',
      title: 'You cannot do this',
      status: 403,
      detail:
        `You are signed in as ${who}, who does not ${NOT_DONE[action]}. ` +
        'Ask whoever gave you your sign-in link for one with another role.',
      extensions: { links: ownReports(visit) },
    });
  }
  if (writesFor(session, ods)) return;
  throw new Problem({
    slug: 'not-your-trust',
    title: ods === undefined ? 'Only the programme office can do this' : 'You cannot report for this trust',
    status: 403,
    detail:
      `This is about ${about}, and you are signed in to report for ${ownNames(visit).join(' and ') || 'no trust'}. ` +
      'Sign in with a link for the right trust, or report for your own.',
    extensions: { links: ownReports(visit) },
  });
}

function writesFor({ role, trusts }: Pick<FormVisit['session'], 'role' | 'trusts'>, ods: string | undefined): boolean {
  return ods === undefined ? role === 'programme' : trusts === undefined || trusts.has(ods);
}

function ownNames({ session, questions, moment }: FormVisit): readonly string[] {
  return [...(session.trusts ?? [])].map((ods) => questions.trust(moment, ods)?.name ?? ods);
}

function ownReports(visit: FormVisit): readonly Link[] {
  const { session, context } = visit;
  if (!permits(session.role, 'report') && !permits(session.role, 'assess')) return [];
  const names = ownNames(visit);
  return [...(session.trusts ?? [])].map((ods, n) => ({
    text: `Report for ${names[n] ?? ods}`,
    href: `${context.basePath}/trusts/${ods}/report`,
  }));
}
