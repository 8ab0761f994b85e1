const SMALL = new Set(['and', 'at', 'by', 'for', 'in', 'of', 'on', 'the', 'to', 'under', 'upon', 'with']);
const KEPT = new Set(['NHS', 'UK']);

/** ODS files write names in capitals; this is how they are read elsewhere. A name that has small letters stays as it is. */
export function odsName(name: string): string {
  if (/[a-z]/.test(name)) return name;
  return name.replace(/[A-Z][A-Z'’]*/g, (word, at: number) => {
    if (KEPT.has(word)) return word;
    const small = word.toLowerCase();
    return at > 0 && SMALL.has(small) ? small : word.charAt(0) + small.slice(1);
  });
}
