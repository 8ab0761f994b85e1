import { Problem } from '@milepost/platform';

/** 401: the token does not hold. The sentence says what to do, and nothing that would help to guess one. */
export function tokenRefused(detail: string): Problem {
  return new Problem({ slug: 'token-refused', title: 'The token does not hold', status: 401, detail });
}

/** 401: a token is needed and none came. */
export function tokenNeeded(): Problem {
  return new Problem({
    slug: 'token-needed',
    title: 'A token is needed',
    status: 401,
    detail:
      'Send it as "Authorization: Bearer mp_…". An administrator issues one with ' +
      '"milepost token issue --role reporter"; the first start printed the administrator\'s.',
  });
}
