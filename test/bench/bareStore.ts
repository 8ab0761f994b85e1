import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { AllStreamPosition, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { BatchAppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { sendUnaryData, ServerDuplexStream, ServerWritableStream } from '@grpc/grpc-js';

/**
 * The protocol's ceiling, as a process: acknowledges every append at once and stores nothing, and answers every read with the same
 * ready-made bytes as often as it is asked to. What a store costs is the difference to this.
 */
let revision = 0;

function acknowledge(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
  call.on('data', (request: BatchAppendReq) => {
    revision += 1;
    const position = new AllStreamPosition().setCommitPosition(String(revision)).setPreparePosition(String(revision));
    const success = new BatchAppendResp.Success().setCurrentRevision(String(revision)).setPosition(position);
    call.write(
      new BatchAppendResp()
        .setCorrelationId(request.getCorrelationId())
        .setStreamIdentifier(request.getOptions()?.getStreamIdentifier())
        .setSuccess(success),
    );
  });
  call.on('end', () => call.end());
}

function readyMadeEvent(): Buffer {
  const event = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString('2c0d1f0e-9d5a-4c5e-8a39-0d8a8f1f2a10'))
    .setStreamIdentifier(
      new StreamIdentifier().setStreamName(Buffer.from('bench.2c0d1f0e-9d5a-4c5e-8a39-0d8a8f1f2a10')),
    )
    .setStreamRevision('12345')
    .setPreparePosition('123456789')
    .setCommitPosition('123456789')
    .setData(Buffer.from(JSON.stringify({ occurredOn: '2026-03-01', text: 'x'.repeat(200) })));
  event
    .getMetadataMap()
    .set('type', 'Measured.v1')
    .set('created', '17723520000000000')
    .set('content-type', 'application/json');
  return Buffer.from(
    new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(event).setCommitPosition('123456789')).serializeBinary(),
  );
}

/** As many events as asked for; a subscription gets them without end. */
function replay(event: Buffer) {
  return (call: ServerWritableStream<Buffer, Buffer>): void => {
    const options = ReadReq.deserializeBinary(call.request).getOptions();
    const isSubscription = options?.hasSubscription() === true;
    let left = isSubscription ? Number.MAX_SAFE_INTEGER : Number(options?.getCount() ?? 0);
    if (isSubscription) {
      const confirmation = new ReadResp.SubscriptionConfirmation().setSubscriptionId('bare');
      call.write(Buffer.from(new ReadResp().setConfirmation(confirmation).serializeBinary()));
    }
    const send = (): void => {
      for (; left > 0 && !call.cancelled; left--) if (!call.write(event)) break;
      if (left <= 0) call.end();
    };
    call.on('drain', send);
    send();
  };
}

function start(): void {
  const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
  const append = new SupportedMethod()
    .setServiceName('event_store.client.streams.streams')
    .setMethodName('batchappend');
  server.addService(
    { getSupportedMethods: ServerFeaturesService.getSupportedMethods },
    {
      getSupportedMethods: (_call: unknown, callback: sendUnaryData<SupportedMethods>) =>
        callback(null, new SupportedMethods().setEventStoreServerVersion('bare').setMethodsList([append])),
    },
  );
  const asBytes = {
    requestDeserialize: (bytes: Buffer): Buffer => bytes,
    responseSerialize: (bytes: Buffer): Buffer => bytes,
  };
  server.addService(
    { batchAppend: StreamsService.batchAppend, read: { ...StreamsService.read, ...asBytes } },
    { batchAppend: acknowledge, read: replay(readyMadeEvent()) },
  );
  server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
    if (error !== null) throw error;
    console.log(`Bare at esdb://127.0.0.1:${port}?tls=false`);
  });
}

start();
