import type { Position } from './storedEvent';

/** Below zero where `a` stands before `b`, zero where they are the same. */
export function comparePositions(a: Position, b: Position): number {
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  if (a.prepare !== b.prepare) return a.prepare < b.prepare ? -1 : 1;
  return 0;
}

export function samePosition(a: Position, b: Position): boolean {
  return comparePositions(a, b) === 0;
}

export function positionText({ commit, prepare }: Position): string {
  return `${commit}/${prepare}`;
}
