import { NOT_KNOWN } from '@milepost/domain';
import { NAME } from './asked';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';
import { verdictOfOne } from './verdicts';

/** A trust by its code and by the name that it has on the day. */
export interface NamedTrust {
  readonly ods: string;
  readonly name: string;
}

/** What a trust is called where a name has to stand: its code while no name is known. */
export function nameOfTrust(file: OpenFile, sight: Sight, about: number, ods: string): string {
  const { level } = verdictOfOne(file, NAME, sight, about);
  return level === NOT_KNOWN ? ods : level;
}

export const byCode = (a: NamedTrust, b: NamedTrust): number => (a.ods < b.ods ? -1 : 1);
export const byName = (a: NamedTrust, b: NamedTrust): number =>
  a.name === b.name ? byCode(a, b) : a.name < b.name ? -1 : 1;
