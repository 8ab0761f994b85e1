import { UUID } from '@eventstore/db-client/generated/shared_pb';

/** A UUID as the protocol's two signed 64-bit numbers. */
export function uuidNumbers(id: string): UUID {
  const hex = id.replaceAll('-', '');
  const half = (digits: string): string => BigInt.asIntN(64, BigInt(`0x${digits}`)).toString();
  const structured = new UUID.Structured();
  structured.setMostSignificantBits(half(hex.slice(0, 16)));
  structured.setLeastSignificantBits(half(hex.slice(16)));
  return new UUID().setStructured(structured);
}
