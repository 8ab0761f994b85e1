import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { status } from '@grpc/grpc-js';
import type { Message } from 'google-protobuf';
import { v4 as uuid } from 'uuid';
import type { CallKind } from '../faults/fault';
import type { Handler } from '../grpc/grpcServer';
import { BatchAppendCall } from './batchAppendCall';
import { clusterInfo } from './clusterInfo';
import { readCall } from './readCall';
import { statusOf } from './statusOf';
import type { StoreContext } from './storeContext';
import { injected } from './injected';
import { supportedMethods } from './supportedMethods';

/** What this store answers, by the paths of the protocol's own definitions. Whatever is not named is UNIMPLEMENTED. */
export function storeMethods(
  context: StoreContext,
  address: () => { host: string; port: number },
): Map<string, Handler> {
  const instanceId = uuid();
  return new Map<string, Handler>([
    [ServerFeaturesService.getSupportedMethods.path, unary(context, 'features', supportedMethods)],
    [GossipService.read.path, unary(context, 'gossip', () => clusterInfo(instanceId, address().host, address().port))],
    [StreamsService.read.path, readCall(context)],
    [StreamsService.batchAppend.path, (call) => new BatchAppendCall(call, context)],
    [StreamsService.append.path, notOffered('appends with credentials (unary Append); append without them')],
    [StreamsService.delete.path, notOffered('deleting streams')],
    [StreamsService.tombstone.path, notOffered('deleting streams')],
  ]);
}

/** One answer to whatever is asked; the requests of these calls say nothing. */
function unary({ faults }: StoreContext, kind: CallKind, answer: () => Message): Handler {
  return (call) => {
    const reply = (): void => {
      call.send(Buffer.from(answer().serializeBinary()));
      call.end();
    };
    call.receive(
      () => undefined,
      () => faults.call(kind, reply, (code) => call.end(statusOf(injected(code)))),
    );
  };
}

function notOffered(what: string): Handler {
  const details = `The embedded store does not offer ${what}. Use an EventStoreDB or KurrentDB server for it.`;
  return (call) => call.end({ code: status.UNIMPLEMENTED, details });
}
