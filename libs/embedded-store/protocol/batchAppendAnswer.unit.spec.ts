import { UUID, WrongExpectedVersion } from '@eventstore/db-client/generated/shared_pb';
import { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { refusedAnswer, storedAnswer, tooLateAnswer, tooLargeAnswer, wrongRevisionAnswer } from './batchAppendAnswer';

const ID = '2c0d1f0e-9d5a-4c5e-8a39-0d8a8f1f2a10';
const to = { correlation: Buffer.from(new UUID().setString(ID).serializeBinary()), stream: Buffer.from('přehled') };

/** Reads an answer with the client's own classes, after looking at what each has. */
function read(bytes: Buffer): BatchAppendResp {
  const answer = BatchAppendResp.deserializeBinary(bytes);
  expect(answer.getCorrelationId()?.getString()).toBe(ID);
  expect(Buffer.from(answer.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe('přehled');
  return answer;
}

describe('an answer to an append', () => {
  it.each([
    [0, 64],
    [127, 128],
    [300, 2 ** 40],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ])('says that it is stored as revision %d at %d', (revision, position) => {
    const success = read(storedAnswer(to, revision, position)).getSuccess();
    expect(success?.getCurrentRevision()).toBe(String(revision));
    expect(success?.getPosition()?.toObject()).toEqual({
      commitPosition: String(position),
      preparePosition: String(position),
    });
  });

  it('says that there is still no stream', () => {
    const success = read(storedAnswer(to, -1, 5)).getSuccess();
    expect([success?.hasNoStream(), success?.hasCurrentRevision()]).toEqual([true, false]);
  });

  it.each([
    ['any', 4, { currentStreamRevision: '4', expectedAny: {} }],
    ['no-stream', 4, { currentStreamRevision: '4', expectedNoStream: {} }],
    ['stream-exists', -1, { currentNoStream: {}, expectedStreamExists: {} }],
    [2n ** 64n - 1n, 0, { currentStreamRevision: '0', expectedStreamPosition: '18446744073709551615' }],
  ] as const)('tells a wrong revision where %s was expected', (expected, actual, detail) => {
    const details = read(wrongRevisionAnswer(to, expected, actual))
      .getError()
      ?.getDetails()
      ?.unpack((bytes) => WrongExpectedVersion.deserializeBinary(bytes), 'event_store.client.WrongExpectedVersion');
    expect(details?.toObject()).toMatchObject(detail);
  });

  it.each([
    ['too large', tooLargeAnswer(to), 3, 'MaximumAppendSizeExceeded'],
    ['too late', tooLateAnswer(to), 4, 'Timeout'],
    ['refused', refusedAnswer(to, 12, 'Not here.'), 12, 'BadRequest'],
  ])('says that it is %s, with a detail that the client can look at', (_what, bytes, code, type) => {
    const error = read(bytes).getError();
    expect(error?.getCode()).toBe(code);
    expect(error?.getDetails()?.getTypeName()).toBe(`event_store.client.${type}`);
  });
});
