import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { ServerDuplexStream, ServerWritableStream, sendUnaryData } from '@grpc/grpc-js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { Empty, StreamIdentifier, UUID, WrongExpectedVersion } from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { BatchAppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { BatchAppendReq, ReadReq } from '@eventstore/db-client/generated/streams_pb';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;
export type AppendCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** What a store does that is in the hands of its enemy. What is not scripted is never answered. */
export interface Script {
  readonly features?: (answer: () => void, fail: (code: number) => void) => void;
  readonly append?: (request: BatchAppendReq, call: AppendCall) => void;
  readonly read?: (request: ReadReq.Options, call: ReadCall) => void;
}

export interface HostileServer {
  readonly connectionString: string;
  /** Cuts all connections and stops. */
  stop(): void;
}

/** A server that speaks the store's protocol and answers as a test says, however wrong that is. */
export async function startHostileServer(script: Script): Promise<HostileServer> {
  const server = new Server();
  server.addService(ServerFeaturesService, {
    getSupportedMethods: (_call: unknown, callback: sendUnaryData<SupportedMethods>) =>
      (script.features ?? ((answer) => answer()))(
        () => callback(null, supportedMethods()),
        (code) => callback({ code, details: 'scripted' }),
      ),
  });
  server.addService(StreamsService, {
    batchAppend: (call: AppendCall) => call.on('data', (request: BatchAppendReq) => script.append?.(request, call)),
    read: (call: ReadCall) => script.read?.(call.request.getOptions() as ReadReq.Options, call),
    append: () => undefined,
    delete: () => undefined,
    tombstone: () => undefined,
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    ),
  );
  return { connectionString: `esdb://127.0.0.1:${port}?tls=false`, stop: () => server.forceShutdown() };
}

function supportedMethods(): SupportedMethods {
  const method = new SupportedMethod();
  method.setServiceName('event_store.client.streams.streams');
  method.setMethodName('batchappend');
  const methods = new SupportedMethods();
  methods.setEventStoreServerVersion('scripted');
  methods.addMethods(method);
  return methods;
}

/** The answer that an append was stored, with the revision of its last event; to the request given or to none that was ever made. */
export function storedAnswer(request: BatchAppendReq, revision: number, correlationId?: string): BatchAppendResp {
  const success = new BatchAppendResp.Success();
  success.setCurrentRevision(String(revision));
  const response = new BatchAppendResp();
  response.setSuccess(success);
  response.setCorrelationId(uuid(correlationId ?? request.getCorrelationId()?.getString() ?? ''));
  response.setStreamIdentifier(request.getOptions()?.getStreamIdentifier());
  return response;
}

export interface ServedEvent {
  readonly stream: string;
  readonly revision: number;
  /** Position, commit and prepare alike. */
  readonly at: number;
  /** Left out: one made from the position. `''`: none, as no store may do. */
  readonly id?: string;
}

export function eventMessage({ stream, revision, at, id }: ServedEvent): ReadResp {
  const event = new ReadResp.ReadEvent.RecordedEvent();
  if (id !== '') event.setId(uuid(id ?? eventIdAt(at)));
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  event.setStreamIdentifier(identifier);
  event.setStreamRevision(String(revision));
  event.setCommitPosition(String(at));
  event.setPreparePosition(String(at));
  event
    .getMetadataMap()
    .set('type', 'Counted.v1')
    .set('content-type', 'application/json')
    .set('created', '17000000000');
  event.setData(Buffer.from('{}'));
  const read = new ReadResp.ReadEvent();
  read.setEvent(event);
  read.setCommitPosition(String(at));
  return messageWith((response) => response.setEvent(read));
}

export function eventIdAt(at: number): string {
  return `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
}

export function confirmation(): ReadResp {
  const confirmed = new ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId('scripted');
  return messageWith((response) => response.setConfirmation(confirmed));
}

export function caughtUp(): ReadResp {
  return messageWith((response) => response.setCaughtUp(new ReadResp.CaughtUp()));
}

export function streamNotFound(): ReadResp {
  return messageWith((response) => response.setStreamNotFound(new ReadResp.StreamNotFound()));
}

function messageWith(set: (response: ReadResp) => void): ReadResp {
  const response = new ReadResp();
  set(response);
  return response;
}

function uuid(text: string): UUID {
  const id = new UUID();
  id.setString(text);
  return id;
}

/** The answer that the stream stood elsewhere: at a revision, or nowhere. */
export function wrongRevisionAnswer(request: BatchAppendReq, actual: number | undefined): BatchAppendResp {
  const wrong = new WrongExpectedVersion();
  if (actual === undefined) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentStreamRevision(String(actual));
  const detail = new Any();
  detail.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion');
  return refusal(request, 6, 'WrongExpectedVersion', detail);
}

/** An answer with an error that the client has no name for, as a server gives while it starts. */
export function notReadyAnswer(request: BatchAppendReq): BatchAppendResp {
  const detail = new Any();
  detail.pack(new Empty().serializeBinary(), 'event_store.client.NotNamed');
  return refusal(request, 14, 'Server Is Not Ready', detail);
}

function refusal(request: BatchAppendReq, code: number, message: string, detail: Any): BatchAppendResp {
  const status = new Status();
  status.setCode(code);
  status.setMessage(message);
  status.setDetails(detail);
  const response = new BatchAppendResp();
  response.setError(status);
  response.setCorrelationId(request.getCorrelationId());
  response.setStreamIdentifier(request.getOptions()?.getStreamIdentifier());
  return response;
}
