import { permits } from '@milepost/access';
import type { Session } from '../desk';
import { roleInHeader } from '../format/roleInHeader';
import { trustsInWords } from '../format/trustsInWords';

/** What the header says of who reads, and the way in or out. */
export interface PersonInFrame {
  /** `reporter for RGT`; undefined: nobody is signed in. */
  readonly as: string | undefined;
  /** What a form carries; undefined: nobody is signed in. */
  readonly csrf: string | undefined;
  /** Where to report; undefined where nobody is signed in who may. */
  readonly report: string | undefined;
  readonly signIn: string;
  readonly signOut: string;
}

/** @param here the page's address below the base path, to come back to after signing in */
export function personInFrame(basePath: string, session: Session | undefined, here: string): PersonInFrame {
  const back = here === '' || here === '/' || here.startsWith('/sign-') ? '' : `?to=${encodeURIComponent(here)}`;
  const reports = session && (permits(session.role, 'report') || permits(session.role, 'assess'));
  return {
    as: session && roleInHeader(session.role) + trustsInWords(session.trusts),
    csrf: session?.csrf,
    report: reports ? `${basePath}/report` : undefined,
    signIn: `${basePath}/sign-in${back}`,
    signOut: `${basePath}/sign-out`,
  };
}
