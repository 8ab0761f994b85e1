/** A cell does not hold what its column asks for; the message says what would be right. */
export class CellRefused extends Error {
  override readonly name = 'CellRefused';
}
