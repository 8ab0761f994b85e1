import pino from 'pino';
import { ConfigInvalid, createLogger, readConfig } from '@milepost/platform';
import { Server } from './start/server';
import { StartRefused } from './start/startRefused';

/** How long everything may take to end before the process ends without it. */
const STOP_MS = 8_000;

function refuse(error: unknown): never {
  if (error instanceof StartRefused || error instanceof ConfigInvalid) process.stderr.write(`${error.message}\n`);
  else
    process.stderr.write(
      `Milepost cannot go on: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  process.exit(1);
}

async function main(): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const config = readConfig();
  const logger = createLogger({ name: 'server', level: config.logLevel, destination: pino.destination(2) });
  const { server } = await Server.start({ config, logger, say });
  void server.ready.then(() => say(`Ready after ${(performance.now() / 1000).toFixed(1)} s.`));

  const stop = async (): Promise<void> => {
    setTimeout(() => process.exit(1), STOP_MS).unref();
    await server.stop();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0), refuse));
  }
  const error = await server.failed;
  await stop();
  refuse(error);
}

main().catch(refuse);
