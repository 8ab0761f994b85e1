import { EventStoreDBClient } from '@eventstore/db-client';
import { UUID } from '@eventstore/db-client/generated/shared_pb';
import { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { Client, credentials } from '@grpc/grpc-js';
import type { ClientDuplexStream, ServiceError } from '@grpc/grpc-js';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batchAppend, proposed, rawStreams, read, readOptions, streamIdentifier } from '../../test/contract/rawStreams';
import { collect, failureOf, jsonSample, jsonSamples, newStream } from '../../test/contract/samples';
import type { RunningStore } from './runningStore';
import { startEmbeddedStore } from './startEmbeddedStore';

const BATCH_APPEND = '/event_store.client.streams.Streams/BatchAppend';
const asBytes = (bytes: Buffer): Buffer => bytes;

describe('a client that does not keep to the protocol', () => {
  let folder = '';
  let store: RunningStore;
  let client: EventStoreDBClient;
  let raw: Client;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'milepost-store-'));
    store = await startEmbeddedStore({ file: join(folder, 'store.sqlite'), port: 0 });
    client = EventStoreDBClient.connectionString(store.connectionString);
    raw = new Client(`127.0.0.1:${store.port}`, credentials.createInsecure());
  });
  afterAll(async () => {
    raw.close();
    await client.dispose();
    await store.stop();
    rmSync(folder, { recursive: true });
  });
  /** Whatever was sent, the store serves the next one. */
  afterEach(async () => {
    const stream = newStream();
    expect(await client.appendToStream(stream, jsonSample())).toMatchObject({ success: true });
    expect(await collect(client.readStream(stream))).toHaveLength(1);
  });

  const open = (): ClientDuplexStream<Buffer, Buffer> => raw.makeBidiStreamRequest(BATCH_APPEND, asBytes, asBytes);
  const failure = (call: ClientDuplexStream<Buffer, Buffer>): Promise<ServiceError> =>
    new Promise((resolve) => call.on('error', resolve));

  it('is told that its bytes are no message', async () => {
    const call = open();
    call.write(Buffer.from('ffffffffffff', 'hex'));
    expect(await failure(call)).toMatchObject({
      code: 3,
      details: expect.stringContaining('not valid protobuf') as string,
    });
  });

  it('is answered where its append names nothing', async () => {
    const answer = await batchAppend(await rawStreams(client), new UUID().setString(randomUUID()), [
      (request) => request.setProposedMessagesList([proposed()]),
    ]);
    expect(answer.getError()?.toObject()).toMatchObject({
      code: 3,
      message: expect.stringContaining('names no stream') as string,
    });
  });

  it('is answered with the correlation id that it sent, even where that is none', async () => {
    const call = open();
    const answered = new Promise<Buffer>((resolve) => call.once('data', resolve));
    // Field 1, two bytes that are no UUID message; field 4, the last piece.
    call.write(Buffer.from('0a02ffff2001', 'hex'));
    expect((await answered).subarray(0, 4).toString('hex')).toBe('0a02ffff');
    call.end();
  });

  it('is refused a read that does not say in which form it wants ids', async () => {
    const options = readOptions();
    options.clearUuidOption();
    const error = await failureOf(read(await rawStreams(client), options));
    expect(error).toMatchObject({ code: 3, details: expect.stringContaining('in which form') as string });
  });

  it('is refused a read without options', async () => {
    expect(await failureOf(read(await rawStreams(client), undefined))).toMatchObject({ code: 3 });
  });

  it('is refused a message that is larger than any may be', async () => {
    const call = open();
    call.write(Buffer.alloc(17 * 1024 * 1024));
    expect(await failure(call)).toMatchObject({ code: 8 });
  });

  it('cannot fill the memory with appends that it never ends', async () => {
    const call = open();
    const stream = newStream();
    const ids = Array.from({ length: 4 }, () => randomUUID());
    for (const id of ids) {
      const request = new BatchAppendReq().setCorrelationId(new UUID().setString(id)).setIsFinal(false);
      request.setOptions(
        new BatchAppendReq.Options().setStreamIdentifier(streamIdentifier(stream)).setAny(new Empty()),
      );
      request.addProposedMessages(proposed('{}').setCustomMetadata(Buffer.alloc(9 * 1024 * 1024)));
      call.write(Buffer.from(request.serializeBinary()));
    }
    const answer = new Promise<BatchAppendResp>((resolve) =>
      call.once('data', (bytes: Buffer) => resolve(BatchAppendResp.deserializeBinary(bytes))),
    );
    const last = new BatchAppendReq().setCorrelationId(new UUID().setString(ids[3] ?? '')).setIsFinal(true);
    call.write(Buffer.from(last.serializeBinary()));
    expect((await answer).getError()?.toObject()).toMatchObject({
      code: 8,
      message: expect.stringContaining('split it') as string,
    });
    call.cancel();
    await failure(call);
  });

  it('that reads no answers is not read from without end, and is served again when it does', async () => {
    const call = open();
    call.pause();
    // Answers repeat the name, so that these are more than the connection and the store hold for a client.
    const stream = newStream('n'.repeat(400));
    const requests = Array.from({ length: 800 }, () => {
      const request = new BatchAppendReq().setCorrelationId(new UUID().setString(randomUUID())).setIsFinal(true);
      request.setOptions(
        new BatchAppendReq.Options().setStreamIdentifier(streamIdentifier(stream)).setAny(new Empty()),
      );
      return Buffer.from(request.addProposedMessages(proposed()) && request.serializeBinary());
    });
    for (const request of requests) call.write(request);
    await client.appendToStream(newStream(), jsonSamples(3));
    let answers = 0;
    await new Promise<void>((resolve) => {
      call.on('data', () => ++answers === requests.length && resolve());
      call.resume();
    });
    expect(await collect(client.readStream(stream))).toHaveLength(requests.length);
    call.end();
  });

  it('that speaks something else is hung up on', async () => {
    const socket = connect(store.port, '127.0.0.1');
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    socket.resume();
    await closed;
  });

  it('that leaves in the middle of things leaves nothing behind', async () => {
    const subscriptions = Array.from({ length: 20 }, () => client.subscribeToAll());
    subscriptions.forEach((subscription) => subscription.on('error', () => undefined));
    const call = open();
    call.on('error', () => undefined);
    call.write(randomBytes(3));
    call.cancel();
    await Promise.all(subscriptions.map((subscription) => subscription.unsubscribe()));
  });
});
