import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RECORD_FILES } from './recordFiles';
import type { RecordFile } from './recordFiles';

/** The files of the public record as this release has them. */
export function shippedFiles(): ReadonlyMap<RecordFile, Uint8Array> {
  return new Map(RECORD_FILES.map((file) => [file, readFileSync(join(__dirname, '..', 'data', file))]));
}
