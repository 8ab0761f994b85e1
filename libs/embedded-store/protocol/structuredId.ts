import { UUID } from '@eventstore/db-client/generated/shared_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';

/** The same stored event with its id as two signed numbers, for clients that ask for that. */
export function structuredId(message: Buffer): Buffer {
  const response = ReadResp.deserializeBinary(message);
  const event = response.getEvent()?.getEvent();
  const hex = event?.getId()?.getString().replaceAll('-', '') ?? '';
  const half = (digits: string): string => BigInt.asIntN(64, BigInt(`0x${digits}`)).toString();
  const structured = new UUID.Structured();
  structured.setMostSignificantBits(half(hex.slice(0, 16)));
  structured.setLeastSignificantBits(half(hex.slice(16)));
  event?.setId(new UUID().setStructured(structured));
  return Buffer.from(response.serializeBinary());
}
