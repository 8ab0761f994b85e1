import { EventStoreDBClient } from '@eventstore/db-client';
import type { Channel } from '@grpc/grpc-js';
import { connected } from './connected';
import { countClientFault } from './clientFaults';
import { asError } from './within';

export interface HardenedClient {
  readonly client: EventStoreDBClient;
  /**
   * Settles when the client could send: it has a connection and knows the server's features. Until then nothing of an append has
   * left this process, and the client alone could not tell that from an append that was lost on its way.
   */
  readonly ready: () => Promise<void>;
  /** Closes the channel of its last connection. The client closes the channels that fail, never the last. */
  readonly closeChannel: () => void;
}

interface CallStream {
  emit(event: string, ...args: unknown[]): boolean;
}

type CreateStream = (grpcClient: unknown) => CallStream;

/** What we use of the client beyond its declared interface; its version is pinned. */
interface ClientInside {
  readonly capabilities: Promise<unknown>;
  getChannel(): Promise<Channel>;
  GRPCStreamCreator(grpcClient: unknown, name: string, create: CreateStream, cache?: unknown): () => Promise<unknown>;
}

/** A client whose own handlers cannot bring the process down, and whose channel can be closed once it is `lost`. */
export function hardenedClient(address: string, lost: AbortSignal): HardenedClient {
  const client = EventStoreDBClient.connectionString(address);
  const inside = client as unknown as ClientInside;
  hardenStreams(inside);
  const channel = rememberChannel(inside, lost);
  return {
    client,
    ready: async () => {
      await connected(await inside.getChannel());
      await inside.capabilities;
    },
    closeChannel: () => channel()?.close(),
  };
}

/**
 * A message that the client's handler stumbles over (an answer with a correlation id that it forgot when another call failed, an
 * event without an id) would be an uncaught exception, and the call would stand still. It ends the call with an error instead;
 * the shared call of all appends goes on, since the next answer is somebody else's.
 */
function hardenStreams(inside: ClientInside): void {
  const creator = inside.GRPCStreamCreator.bind(inside);
  inside.GRPCStreamCreator = (grpcClient, name, create, cache) => {
    const isShared = cache !== undefined;
    return creator(grpcClient, name, (grpc) => hardened(create(grpc), isShared), cache);
  };
}

function hardened(stream: CallStream, isShared: boolean): CallStream {
  const emit = stream.emit.bind(stream);
  stream.emit = (event, ...args) => {
    if (event !== 'data') return emit(event, ...args);
    try {
      return emit(event, ...args);
    } catch (fault) {
      countClientFault();
      if (!isShared) queueMicrotask(() => emit('error', asError(fault)));
      return true;
    }
  };
  return stream;
}

function rememberChannel(inside: ClientInside, lost: AbortSignal): () => Channel | undefined {
  const getChannel = inside.getChannel.bind(inside);
  let last: Channel | undefined;
  inside.getChannel = async () => {
    last = await getChannel();
    // The search for a node may end after the client was given up.
    if (lost.aborted) last.close();
    return last;
  };
  return () => last;
}
