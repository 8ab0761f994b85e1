import { Refusal } from '../protocol/refusal';

/** The failure that a test asked for. */
export const injected = (code: number): Refusal => new Refusal(code, 'A fault of the store, as a test asked for.');
