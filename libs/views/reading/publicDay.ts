import type { Day } from '@milepost/domain';
import { parseDay } from '@milepost/domain';

const TEXT = '"[^"\\\\\\x00-\\x1f]*"';
/**
 * Metadata as Milepost writes it for a fact, with texts that escape nothing. Whatever it matches is JSON, and no member
 * stands twice in it, so that it says what `JSON.parse` would.
 */
const USUAL = new RegExp(
  `^\\{(?:"\\$correlationId":${TEXT},)?"actor":\\{"id":${TEXT},"role":${TEXT}\\},"origin":${TEXT},` +
    `"public":\\{"how":${TEXT},"on":"(\\d{4}-\\d\\d-\\d\\d)"\\},"recordedAt":${TEXT}` +
    `(?:,"requestHash":${TEXT})?(?:,"traceparent":${TEXT})?\\}$`,
);

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/**
 * The day that an event's metadata, as JSON text, says it became public; undefined where it does not say so in our form.
 * Every entry of the ledger comes through here, so that the usual form is not parsed as a whole.
 */
export function publicDay(metadata: string | null): Day | undefined {
  if (metadata === null) return undefined;
  const usual = USUAL.exec(metadata)?.[1];
  if (usual !== undefined) return parseDay(usual);
  const on = member(member(JSON.parse(metadata), 'public'), 'on');
  return typeof on === 'string' ? parseDay(on) : undefined;
}
