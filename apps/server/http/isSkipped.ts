/**
 * Whether libraries skip over a field or parameter of this name in silence, as every object has a member so named: where everything
 * unknown is to be refused by name, it is looked for beforehand.
 */
export function isSkipped(name: string): boolean {
  return name in Object.prototype;
}
