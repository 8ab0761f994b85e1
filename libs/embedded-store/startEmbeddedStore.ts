import { FaultPlan } from './faults/faultPlan';
import { GrpcServer } from './grpc/grpcServer';
import { EventLog } from './log/eventLog';
import { GroupCommit } from './log/groupCommit';
import type { EmbeddedStoreOptions, RunningStore } from './runningStore';
import { LoopbackListener } from './services/loopbackListener';
import { OpenCalls } from './services/openCalls';
import type { StoreContext } from './services/storeContext';
import { storeMethods } from './services/storeMethods';
import { StoreRefused } from './storeRefused';

/** After this a client that does not end its calls is cut off. */
const PATIENCE_MS = 3000;

/** Starts the store in this thread. Throws {@link StoreRefused} where it cannot run as asked. */
export async function startEmbeddedStore(options: EmbeddedStoreOptions): Promise<RunningStore> {
  const { file, host = '127.0.0.1', faults = [] } = options;
  if (faults.length > 0 && process.env.NODE_ENV === 'production') {
    throw new StoreRefused(
      'Fault modes are for tests: the store does not start with them where NODE_ENV is production.',
    );
  }
  let listener: LoopbackListener | undefined;
  const plan = new FaultPlan(faults, () => listener?.cutAll());
  const log = EventLog.open(file, plan);
  try {
    const context = { log, commits: new GroupCommit(log), calls: new OpenCalls(), faults: plan };
    const server = new GrpcServer(storeMethods(context, () => ({ host, port: listener?.port ?? 0 })));
    listener = await LoopbackListener.listen(server.http2, host, options.port);
    return running(host, listener, server, context);
  } catch (error) {
    log.close();
    throw error;
  }
}

function running(host: string, listener: LoopbackListener, server: GrpcServer, context: StoreContext): RunningStore {
  let stopped: Promise<void> | undefined;
  let end: () => void = () => undefined;
  const ended = new Promise<undefined>((resolve) => (end = () => resolve(undefined)));
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    port: listener.port,
    connectionString: `esdb://${name}:${listener.port}?tls=false`,
    stop: () => (stopped ??= stop(listener, server, context).finally(end)),
    ended,
  };
}

async function stop(
  listener: LoopbackListener,
  server: GrpcServer,
  { calls, commits, log }: StoreContext,
): Promise<void> {
  listener.close();
  calls.stop();
  await commits.settled();
  const cut = setTimeout(() => listener.cutAll(), PATIENCE_MS);
  await server.close();
  clearTimeout(cut);
  // An append may have come in while the connections closed.
  await commits.settled();
  log.close();
}
