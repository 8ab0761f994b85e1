import { createHash } from 'node:crypto';
import { bodyHash } from './requestFacts';

describe('the hash of a body', () => {
  it('is of its canonical text, so that the order of members does not matter', () => {
    expect(bodyHash({ a: 1, b: 2 })).toBe(bodyHash({ b: 2, a: 1 }));
    expect(bodyHash({ a: 1 })).not.toBe(bodyHash({ a: 2 }));
  });

  it('is of a file as it came, and never of a list of its bytes', () => {
    const file = Buffer.from('ods_code,state\nRXX,live\n');
    const toJson = jest.spyOn(file, 'toJSON');
    expect(bodyHash(file)).toBe(createHash('sha256').update(file).digest('hex'));
    expect(toJson).not.toHaveBeenCalled();
  });
});
