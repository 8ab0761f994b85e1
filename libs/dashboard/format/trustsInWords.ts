/** So many codes are named; of more it is said how many. */
const MOST_NAMED = 3;

/** ` for RGT and RXX`, to stand behind a role; nothing where it is for all. */
export function trustsInWords(trusts: ReadonlySet<string> | undefined): string {
  if (trusts === undefined) return '';
  if (trusts.size > MOST_NAMED) return ` for ${trusts.size} trusts`;
  return ` for ${[...trusts].join(', ').replace(/, ([^,]*)$/, ' and $1')}`;
}
