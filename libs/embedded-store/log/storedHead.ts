import { readVarint } from './varint';

const ID_BYTES = 40;
const TYPE_KEY_BYTES = 7;

/** What finding and filtering need of a stored event. */
export interface StoredHead {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly type: string;
}

/** Reads the head of bytes that `encodeStored` wrote. Bytes that it did not write must have failed their checksum before. */
export function storedHead(message: Buffer): StoredHead {
  const cursor = { at: 1 };
  readVarint(message, cursor);
  cursor.at += 1;
  readVarint(message, cursor);
  const id = message.toString('latin1', cursor.at + 4, cursor.at + ID_BYTES);
  cursor.at += ID_BYTES + 1;
  readVarint(message, cursor);
  cursor.at += 1;
  const name = readVarint(message, cursor);
  const stream = message.toString('utf8', cursor.at, cursor.at + name);
  cursor.at += name;
  let revision = 0;
  if (message[cursor.at] === 0x18) {
    cursor.at += 1;
    revision = readVarint(message, cursor);
  }
  cursor.at += 1;
  const position = readVarint(message, cursor);
  cursor.at += 1;
  readVarint(message, cursor);
  cursor.at += 1;
  readVarint(message, cursor);
  cursor.at += TYPE_KEY_BYTES;
  const type = readVarint(message, cursor);
  return { id, stream, revision, position, type: message.toString('utf8', cursor.at, cursor.at + type) };
}
