import type { FactVersion } from '@milepost/domain';
import { READ_VERSIONS, versionsBy } from './effectiveFacts';
import type { OpenFile } from './openFile';

/** The version of a fact that an entry puts into effect for a subject, as a rule reads it; undefined where none does. */
export function versionAt(file: OpenFile, about: number, sequence: number): FactVersion | undefined {
  return versionsBy(file, `${READ_VERSIONS} WHERE l.about = ?1 AND l.seq = ?2 AND l.shows = 1`, about, sequence)[0];
}
