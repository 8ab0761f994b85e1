/** Injection token of the store as imports use it. */
export const IMPORT_STORE = Symbol('import store');
