import type { TokenRole } from '@milepost/domain';

/** What a route does, as far as permission is concerned. */
export const ACTIONS = [
  'read',
  'report',
  'assess',
  'correct',
  'dispute',
  'attach-evidence',
  'agree-support',
  'resolve-dispute',
  'change-target',
  'publish-standard',
  'agree-position',
  'import',
  'import-register',
  'manage-tokens',
  'rebuild',
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * Which role may do what. Trust scope comes on top: what writes about a trust needs that trust in the token.
 * The administrator holds keys, so it records nothing: who could issue any token must not also be able to write in its own name.
 */
export const PERMITTED: Readonly<Record<TokenRole, readonly Action[]>> = {
  administrator: ['read', 'manage-tokens', 'rebuild'],
  programme: [
    'read',
    'report',
    'assess',
    'correct',
    'dispute',
    'attach-evidence',
    'agree-support',
    'resolve-dispute',
    'change-target',
    'publish-standard',
    'agree-position',
    'import',
    'import-register',
  ],
  reporter: ['read', 'report', 'assess', 'correct', 'dispute', 'attach-evidence', 'import'],
  assessor: ['read', 'assess', 'dispute', 'attach-evidence'],
  auditor: ['read'],
  reader: ['read'],
  subscriber: ['read'],
};

const PHRASES: Readonly<Record<Action, string>> = {
  read: 'reads',
  report: 'records milestones, plans and states',
  assess: 'records assessments',
  correct: 'corrects, retracts or reinstates what was recorded',
  dispute: 'disputes what was recorded',
  'attach-evidence': 'attaches evidence',
  'agree-support': 'records support',
  'resolve-dispute': 'resolves disputes',
  'change-target': 'sets or changes targets',
  'publish-standard': 'publishes, withdraws or drafts standards',
  'agree-position': 'records positions that were agreed',
  import: 'imports files',
  'import-register': 'imports the register of trusts',
  'manage-tokens': 'issues or revokes tokens',
  rebuild: 'rebuilds views',
};

export function permits(role: TokenRole, action: Action): boolean {
  return PERMITTED[role].includes(action);
}

/** Why a role may not, and whose token would do. */
export function refusalSentence(role: TokenRole, action: Action): string {
  const others = (Object.keys(PERMITTED) as TokenRole[]).filter((other) => permits(other, action));
  const article = /^[aeiou]/.test(role) ? 'An' : 'A';
  return (
    `${article} ${role}'s token never ${PHRASES[action]}. ` +
    `Use a token of role ${others.join(', ').replace(/, ([^,]*)$/, ' or $1')}; an administrator issues it with "milepost token issue --role ${others[0] ?? ''}".`
  );
}
