import { createHash, randomUUID } from 'node:crypto';
import type { FormCommand } from '../desk';

const DRAFT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a form carries from its first page on, so that sending it twice is known for what it is; a new one where it carries none. */
export function draftOf(sent: string | undefined): string {
  return sent !== undefined && DRAFT.test(sent) ? sent : randomUUID();
}

/**
 * The key of a command: the same for the same form with the same answers, however often it is checked and sent, and another
 * once an answer is changed.
 */
export function idempotencyKey(draft: string, command: FormCommand): string {
  return createHash('sha256')
    .update(JSON.stringify([draft, command]))
    .digest('hex');
}
