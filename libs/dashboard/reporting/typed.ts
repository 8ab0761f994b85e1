import type { Typed } from '../forms/parseForm';

export type { Typed };

/** What an input holds, without white space around it; `''` where it was left empty. */
export function typedIn(typed: Typed, input: string): string {
  return (Object.hasOwn(typed, input) ? (typed[input] ?? '') : '').trim();
}
