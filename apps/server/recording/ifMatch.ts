import { Problem } from '@milepost/platform';

/**
 * Holds `If-Match` (RFC 9110 section 13.1.1) against the aggregate's revision, whose text in quotes is its entity tag.
 * @throws Problem 412 `revision-moved`
 */
export function mustMatch(ifMatch: string | undefined, revision: bigint | undefined): void {
  if (ifMatch === undefined) return;
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  if (revision !== undefined && (tags.includes('*') || tags.includes(`"${revision}"`))) return;
  throw new Problem({
    slug: 'revision-moved',
    title: 'It is not what you saw',
    status: 412,
    detail:
      revision === undefined
        ? 'Nothing is recorded under this name, so it cannot be as you saw it.'
        : `It is at revision ${revision} now, not at ${ifMatch}. Read it again and decide anew.`,
    extensions: { revision: revision?.toString() ?? null },
  });
}
