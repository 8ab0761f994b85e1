import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { Server, status } from '@grpc/grpc-js';
import type { sendUnaryData, ServerDuplexStream, ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';
import { v4 as uuid } from 'uuid';
import type { CallKind } from '../faults/fault';
import { BatchAppendCall } from './batchAppend';
import { clusterInfo } from './clusterInfo';
import { readCall } from './readCall';
import type { StoreContext } from './storeContext';
import { supportedMethods } from './supportedMethods';

/** As the real server: a message may be this long, whatever is in it. */
const MAX_MESSAGE_BYTES = 17 * 1024 * 1024 - 1;

const asBytes = {
  requestDeserialize: (bytes: Buffer): Buffer => bytes,
  responseSerialize: (bytes: Buffer): Buffer => bytes,
};

/** The services of the protocol that this store offers. Whatever is not named here gRPC answers with UNIMPLEMENTED. */
export function grpcServer(context: StoreContext, address: () => { host: string; port: number }): Server {
  const server = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE_BYTES });
  const instanceId = uuid();
  server.addService(
    { getSupportedMethods: ServerFeaturesService.getSupportedMethods },
    { getSupportedMethods: unary<SupportedMethods>(context, 'features', supportedMethods) },
  );
  server.addService(
    { read: GossipService.read },
    { read: unary<ClusterInfo>(context, 'gossip', () => clusterInfo(instanceId, address().host, address().port)) },
  );
  // Requests and events pass as bytes: they are read and written by hand, or stored as they are sent.
  server.addService(
    {
      read: { ...StreamsService.read, ...asBytes },
      batchAppend: { ...StreamsService.batchAppend, ...asBytes },
      append: { ...StreamsService.append, ...asBytes },
      delete: { ...StreamsService.delete, ...asBytes },
      tombstone: { ...StreamsService.tombstone, ...asBytes },
    },
    {
      read: (call: ServerWritableStream<Buffer, Buffer>) => readCall(call, context),
      batchAppend: (call: ServerDuplexStream<Buffer, Buffer>) => new BatchAppendCall(call, context),
      append: notOffered('appends with credentials (unary Append); append without them'),
      delete: notOffered('deleting streams'),
      tombstone: notOffered('deleting streams'),
    },
  );
  return server;
}

function unary<Response>({ faults }: StoreContext, kind: CallKind, answer: () => Response) {
  return (_call: ServerUnaryCall<unknown, Response>, callback: sendUnaryData<Response>): void => {
    faults.call(
      kind,
      () => callback(null, answer()),
      (code) => callback({ code, details: 'A fault of the store, as a test asked for.' }),
    );
  };
}

function notOffered(what: string) {
  return (_call: unknown, callback: sendUnaryData<Buffer>): void => {
    callback({
      code: status.UNIMPLEMENTED,
      details: `The embedded store does not offer ${what}. Use an EventStoreDB or KurrentDB server for it.`,
    });
  };
}
