import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { uuidNumbers } from './uuidNumbers';

/** The same stored event with its id as numbers, for clients that ask for that. */
export function structuredId(message: Buffer): Buffer {
  const response = ReadResp.deserializeBinary(message);
  const event = response.getEvent()?.getEvent();
  event?.setId(uuidNumbers(event.getId()?.getString() ?? ''));
  return Buffer.from(response.serializeBinary());
}
