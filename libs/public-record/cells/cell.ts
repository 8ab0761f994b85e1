/** Reads one cell. Throws {@link CellRefused} where the cell does not hold what its column asks for. */
export type Cell<T> = (text: string) => T;
