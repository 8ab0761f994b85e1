/** Bytes of a number as a protobuf varint; the number is a safe integer, not negative. */
export function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) size += 1;
  return size;
}

/** Writes a varint and says where it ends. */
export function writeVarint(out: Buffer, value: number, offset: number): number {
  let rest = value;
  let at = offset;
  while (rest >= 0x80) {
    out[at++] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
  }
  out[at++] = rest;
  return at;
}

/** Reads a varint below 2^53 and moves the cursor behind it. */
export function readVarint(message: Buffer, cursor: { at: number }): number {
  let value = 0;
  let unit = 1;
  for (;;) {
    const byte = message[cursor.at++] ?? 0;
    value += (byte & 0x7f) * unit;
    if (byte < 0x80) return value;
    unit *= 0x80;
  }
}
