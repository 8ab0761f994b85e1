/** Whether two JSON values are the same, whatever the order of their members. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const members = Object.keys(a);
  if (members.length !== Object.keys(b).length) return false;
  return members.every(
    (member) =>
      Object.hasOwn(b, member) &&
      sameJson((a as Record<string, unknown>)[member], (b as Record<string, unknown>)[member]),
  );
}
