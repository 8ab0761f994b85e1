import { permits } from '@milepost/access';
import type { Session } from '../desk';
import { instantInWords } from '../format/instantInWords';
import { roleInHeader } from '../format/roleInHeader';
import { trustsInWords } from '../format/trustsInWords';
import type { Link, PageView } from '../pages/pageView';

/** So many trusts are linked to; whoever writes for more finds them. */
const MOST_TRUSTS = 10;

/** What every page of signing in needs. */
export interface SignInParts {
  readonly basePath: string;
  /** Where to go on afterwards, below the base path. */
  readonly to: string | undefined;
  /** For the form's hidden field. */
  readonly csrf: string;
}

/** How to get a link, and a field to paste one; with what was wrong with the last. */
export function pasteLinkPage({ basePath, to, csrf }: SignInParts, wrong?: string): PageView {
  return {
    template: 'signing/pasteLink.njk',
    title: wrong === undefined ? 'Sign in' : 'Error: Sign in',
    trail: [],
    page: { action: `${basePath}/sign-in`, to, csrf, wrong, errors: wrong ? [{ text: wrong, href: '#link' }] : [] },
  };
}

/** What a link that was opened would do: a browser or a mail program that looks ahead must not use it up. */
export function useLinkPage(
  { basePath, to, csrf }: SignInParts,
  code: string,
  { role, trusts }: Pick<Session, 'role' | 'trusts'>,
  now: Session | undefined,
  note?: string,
): PageView {
  return {
    template: 'signing/useLink.njk',
    title: 'Sign in',
    trail: [],
    page: {
      action: `${basePath}/sign-in`,
      to,
      csrf,
      code,
      note,
      as: nameOf(role, trusts),
      now: now && nameOf(now.role, now.trusts),
    },
  };
}

/** Who is signed in, until when, and what they can do. */
export function signedInPage(basePath: string, { role, trusts, expiresAt, csrf }: Session): PageView {
  return {
    template: 'signing/signedIn.njk',
    title: 'You are signed in',
    trail: [],
    page: {
      as: nameOf(role, trusts),
      until: instantInWords(expiresAt),
      rights: rightsOf(role),
      doors: doorsOf(basePath, role, trusts),
      csrf,
      signOut: `${basePath}/sign-out`,
    },
  };
}

export function signedOutPage(basePath: string): PageView {
  const page = { signIn: `${basePath}/sign-in`, home: `${basePath}/` };
  return { template: 'signing/signedOut.njk', title: 'You are signed out', trail: [], page };
}

function nameOf(role: Session['role'], trusts: Session['trusts']): string {
  return roleInHeader(role) + trustsInWords(trusts);
}

/** What leads on from here: reporting where they may, and the trusts that they write for. */
function doorsOf(basePath: string, role: Session['role'], trusts: Session['trusts']): readonly Link[] {
  const mayReport = permits(role, 'report') || permits(role, 'assess');
  const [only, ...more] = trusts ?? [];
  const report = only !== undefined && more.length === 0 ? `/trusts/${only}/report` : '/report';
  const codes = [...(trusts ?? [])].slice(0, MOST_TRUSTS);
  return [
    ...(mayReport ? [{ text: 'Report something', href: basePath + report }] : []),
    ...(permits(role, 'import') ? [{ text: 'Send a file', href: `${basePath}/import` }] : []),
    ...codes.map((code) => ({ text: `See trust ${code}`, href: `${basePath}/trusts/${code}` })),
    ...(codes.length === 0 ? [{ text: 'Find a trust', href: `${basePath}/trusts` }] : []),
  ];
}

function rightsOf(role: Session['role']): readonly string[] {
  return [
    ...(permits(role, 'report') ? ['report milestones, plans and states of an electronic patient record'] : []),
    ...(permits(role, 'assess') ? ['report digital maturity assessments'] : []),
    ...(permits(role, 'correct') ? ['correct what was recorded, or take it back'] : []),
    ...(permits(role, 'dispute') ? ['dispute what was recorded'] : []),
    ...(permits(role, 'import') ? ['send a file of reports'] : []),
    'read every page',
  ];
}
