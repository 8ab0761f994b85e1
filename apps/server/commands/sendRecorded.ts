import type { Static } from '@sinclair/typebox';
import type { Response } from 'express';
import { RecordedAnswer, recordedAnswer } from '../answers/recordedAnswer';
import type { Recorded } from '../recording/recorder';

/** What a writing handler needs to answer. */
export interface WriteAnswered {
  readonly ledger: string;
  readonly basePath: string;
  readonly response: Response;
}

/** 201 with the token in header and body, and the aggregate's new revision for the next `If-Match`. */
export function sendRecorded(
  { ledger, basePath, response }: WriteAnswered,
  fact: string | undefined,
  recorded: Recorded,
): Static<typeof RecordedAnswer> {
  const body = recordedAnswer(ledger, fact, recorded);
  response.status(201);
  response.setHeader('Location', `${basePath}/api/v1/facts/${body.fact}`);
  response.setHeader('Milepost-After', recorded.token);
  response.setHeader('Cache-Control', 'no-store');
  const revision = recorded.events.at(-1)?.revision;
  if (revision !== undefined) response.setHeader('ETag', `"${revision}"`);
  return body;
}
