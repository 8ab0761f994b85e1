import type { EventStoreDBClient } from '@eventstore/db-client';
import { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import { BatchAppendReq, ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { BatchAppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { Empty as ProtocolEmpty } from '@eventstore/db-client/generated/shared_pb';
import type { ServiceError } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';

/** The generated client behind the real one: requests that the real one would never send, over its connection. */
export function rawStreams(client: EventStoreDBClient): Promise<StreamsClient> {
  const inner = client as unknown as {
    getGRPCClient: (type: typeof StreamsClient, name: string) => Promise<StreamsClient>;
  };
  return inner.getGRPCClient(StreamsClient, 'raw');
}

export type Piece = (request: BatchAppendReq) => void;

/** Sends the pieces of one append in messages of their own and gives the answer. */
export async function batchAppend(
  streams: StreamsClient,
  correlation: UUID,
  pieces: readonly Piece[],
): Promise<BatchAppendResp> {
  const call = streams.batchAppend();
  const answer = new Promise<BatchAppendResp>((resolve, reject) => {
    call.once('data', resolve);
    call.on('error', reject);
  });
  for (const piece of pieces) {
    const request = new BatchAppendReq().setCorrelationId(correlation).setIsFinal(piece === pieces[pieces.length - 1]);
    piece(request);
    call.write(request);
  }
  try {
    return await answer;
  } finally {
    call.end();
  }
}

export const streamIdentifier = (stream: string): StreamIdentifier =>
  new StreamIdentifier().setStreamName(Buffer.from(stream));

export function proposed(
  data = '{}',
  type = 'Raw.v1',
  id = new UUID().setString(randomUUID()),
): BatchAppendReq.ProposedMessage {
  const message = new BatchAppendReq.ProposedMessage().setId(id).setData(Buffer.from(data));
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  return message;
}

/** Options of a read of `$all` from its start with string ids and no filter, for a test to change. */
export function readOptions(count = 1000): ReadReq.Options {
  return new ReadReq.Options()
    .setAll(new ReadReq.Options.AllOptions().setStart(new ProtocolEmpty()))
    .setCount(String(count))
    .setNoFilter(new ProtocolEmpty())
    .setUuidOption(new ReadReq.Options.UUIDOption().setString(new ProtocolEmpty()));
}

/** All messages of a read, or how it failed. */
export function read(streams: StreamsClient, options: ReadReq.Options | undefined): Promise<ReadResp[]> {
  const request = new ReadReq();
  if (options !== undefined) request.setOptions(options);
  return new Promise((resolve, reject: (error: ServiceError) => void) => {
    const messages: ReadResp[] = [];
    streams
      .read(request)
      .on('data', (message: ReadResp) => messages.push(message))
      .on('error', reject)
      .on('end', () => resolve(messages));
  });
}
