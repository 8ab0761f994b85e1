import { Problem } from '@milepost/platform';

/** A page that needs a token, as people are told: they sign in and come back to it. What is said of a token is for programs. */
export function signInNeeded({ slug, detail }: Problem, basePath: string, here: string): Problem {
  return new Problem({
    slug,
    title: 'Sign in to read this page',
    status: 401,
    detail: slug === 'token-needed' ? 'Only people who are signed in can read this Milepost.' : detail,
    extensions: { links: [{ text: 'Sign in', href: `${basePath}/sign-in?to=${encodeURIComponent(here)}` }] },
  });
}
