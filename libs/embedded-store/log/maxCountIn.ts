import { ReadResp } from '@eventstore/db-client/generated/streams_pb';

/** The `$maxCount` that a stored metadata event sets, undefined where it sets none that counts. */
export function maxCountIn(message: Buffer): number | undefined {
  const event = ReadResp.deserializeBinary(message).getEvent()?.getEvent();
  if (event?.getMetadataMap().get('content-type') !== 'application/json') return undefined;
  const metadata = parse(Buffer.from(event.getData_asU8()).toString('utf8'));
  if (typeof metadata !== 'object' || metadata === null || !('$maxCount' in metadata)) return undefined;
  const limit = metadata.$maxCount;
  return typeof limit === 'number' && Number.isSafeInteger(limit) && limit > 0 ? limit : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
