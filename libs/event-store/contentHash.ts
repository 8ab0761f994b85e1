import { canonicalText } from './canonicalText';
import { sha256Hex } from './sha256Hex';
import type { JsonObject } from './storedEvent';

/** Lower-case hex SHA-256 of the RFC 8785 text of an event's data without `corrects`: equal where an imported row says the same. */
export function contentHash(data: JsonObject): string {
  const { corrects: _, ...content } = data;
  return sha256Hex(canonicalText(content));
}
