import { contentHash } from './contentHash';
import { importEventId, randomEventId, requestEventId } from './eventIds';

const PATH = '/api/v1/trusts/RXX/milestones';

describe('event ids', () => {
  // Computed by another program from the words of the format. They can never change.
  it('of requests are what the format says', () => {
    expect(requestEventId('milepost', '3f0c', 'POST', PATH, 'k-1', 0)).toBe('8f5cf860-d1c6-5861-8f04-cf9ed912c773');
    expect(requestEventId('milepost', '3f0c', 'post', PATH, 'k-1', 1)).toBe('41555735-144e-5cd8-836e-1e2e3928305b');
    expect(requestEventId('milepost', 'é"x', 'POST', '/p', '☃', 2)).toBe('81621741-568f-5917-9fd3-32907d9f8aab');
  });

  it('of imports are what the format says', () => {
    const content = contentHash({ precision: 'day', occurredOn: '2020-01-01', name: 'A' });
    expect(content).toBe('da0426d319e08cfb8a30a10aee286d3654eac9db7b8679f1a721a27157f83c25');
    expect(importEventId('milepost', 'trusts.csv', 'RXX', 'TrustRegistered.v1', '', content)).toBe(
      '64eb33e9-eb26-5601-8727-4412f92833dd',
    );
  });

  it('differ wherever a part differs, also where parts run into each other', () => {
    const ids = [
      requestEventId('a', 'b', 'POST', '/c', 'd', 0),
      requestEventId('a', 'b', 'POST', '/c', 'd', 1),
      requestEventId('a', 'b', 'POST', '/c', 'd0', 0),
      requestEventId('a', 'b', 'POST', '/cd', '', 0),
      requestEventId('a', 'b","POST', 'POST', '/c', 'd', 0),
      importEventId('a', 'b', 'POST', '/c', 'd', '0'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are refused for a name that is no text, rather than shared by two', () => {
    expect(() => requestEventId('a', 'b', 'POST', '/c', 'd\ud800', 0)).toThrow('surrogate');
  });

  it('are random where nobody needs to find them again', () => {
    expect(randomEventId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(randomEventId()).not.toBe(randomEventId());
  });
});

describe('the content of imported data', () => {
  it('does not depend on the order of members, nor on what a correction adds', () => {
    const data = { b: [1, { y: 1, x: 2 }], a: 'x' };
    const corrected = { corrects: { reason: 'typo' }, a: 'x', b: [1, { x: 2, y: 1 }] };
    expect(contentHash(corrected)).toBe(contentHash(data));
    expect(contentHash({ ...data, a: 'y' })).not.toBe(contentHash(data));
  });
});
