import fc from 'fast-check';
import { Refusal } from '../protocol/refusal';
import { MessageReader } from './messageReader';

function framed(message: Uint8Array, flag = 0): Buffer {
  const prefix = Buffer.from([flag, 0, 0, 0, 0]);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}

describe('reading messages out of the bytes of a call', () => {
  it('gives the messages that were written, however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 10 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 200 })),
        (messages, cuts) => {
          const bytes = Buffer.concat(messages.map((message) => framed(message)));
          const reader = new MessageReader();
          const read: Buffer[] = [];
          for (let at = 0; at < bytes.length;) {
            const end = at + (cuts.next().value as number);
            read.push(...reader.read(bytes.subarray(at, end)));
            at = end;
          }
          expect(read.map((message) => message.toString('hex'))).toEqual(
            messages.map((message) => Buffer.from(message).toString('hex')),
          );
        },
      ),
    );
  });

  it('refuses a compressed message', () => {
    expect(() => [...new MessageReader().read(framed(Buffer.from('x'), 1))]).toThrow(Refusal);
  });

  it('refuses a message that is too long by its prefix, before any of it is kept', () => {
    const prefix = Buffer.from([0, 0xff, 0xff, 0xff, 0xff]);
    expect(() => [...new MessageReader().read(prefix)]).toThrow(/larger than any may be/);
  });
});
