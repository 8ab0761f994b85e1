import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordFile } from '../record/recordFiles';

/** A shipped file as text, for specs that change it. */
export function shippedText(file: RecordFile): string {
  return readFileSync(join(__dirname, '..', 'data', file), 'utf8');
}

/** Bytes as they would be on disk. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
