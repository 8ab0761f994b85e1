import { cpSync } from 'node:fs';

/**
 * What a process that was killed now would leave of a folder: the files as they are, with whatever a transaction had
 * written and not committed. (A killed process loses nothing that the operating system had been given.)
 */
export function crashedCopy(folder: string, to: string): void {
  cpSync(folder, to, { recursive: true });
}
