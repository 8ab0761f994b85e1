import { existsSync } from 'node:fs';
import type { Config } from '@milepost/platform';
import { CliFailure, EXIT } from './cliFailure';
import type { Terminal } from './terminal';

/**
 * Issues another administrator's token where the last one was lost. It goes to the store itself and never through HTTP: whoever can
 * do this could write to the store anyway. It is on record in the access ledger, as issued by the program and by no token.
 * With the embedded store the server must be stopped, since the data folder is taken meanwhile.
 */
export async function recoverCommand(
  terminal: Terminal,
  { dataDir, eventStoreUrl }: Pick<Config, 'dataDir' | 'eventStoreUrl'>,
  ledger: string,
): Promise<void> {
  const { StartRefused } = await import('../server/start/startRefused');
  try {
    if (eventStoreUrl === undefined) await inFolder(terminal, dataDir, ledger);
    else await inStore(terminal, eventStoreUrl, ledger);
  } catch (error) {
    if (error instanceof StartRefused) throw new CliFailure(error.message, EXIT.refused);
    throw error;
  }
}

async function inFolder(terminal: Terminal, dataDir: string, ledger: string): Promise<void> {
  const { storeFile } = await import('@milepost/embedded-store');
  // A store that is not there must not be made, and then be taken for the one that was meant.
  if (!existsSync(storeFile(dataDir))) {
    throw new CliFailure(
      `There is no store in ${dataDir}. Set MILEPOST_DATA_DIR to the server's folder.`,
      EXIT.refused,
    );
  }
  const { takeDataFolder } = await import('../server/start/takeDataFolder');
  const { openStore } = await import('../server/start/openStore');
  const folder = takeDataFolder(dataDir);
  try {
    const store = await openStore({ dataDir }, true);
    try {
      await inStore(terminal, store.connectionString, ledger);
    } finally {
      await store.stop();
    }
  } finally {
    folder.letGo();
  }
}

async function inStore(terminal: Terminal, connectionString: string, ledger: string): Promise<void> {
  const { TokenDesk } = await import('@milepost/access');
  const { accessLedger } = await import('@milepost/domain');
  const { connectEventStore, StoreUnavailable } = await import('@milepost/event-store');
  const { SYSTEM_ACTOR } = await import('../server/follower/ledgerFollower');
  const { milepostEvents } = await import('../server/recording/milepostEvents');
  const access = accessLedger(ledger);
  const prefixes = [`${ledger}-work.`, `${access}.`];
  const store = connectEventStore({ connectionString, prefixes, registry: milepostEvents });
  try {
    // A ledger's opening must be its first event, and only the server opens one.
    if ((await store.lastOf(`${access}.log-ledger`)) === undefined) {
      throw new CliFailure(
        `This store has no ledger ${ledger}. Start the server: it shows the first token.`,
        EXIT.refused,
      );
    }
    const asker = { actor: { id: SYSTEM_ACTOR, role: 'system' as const } };
    await new TokenDesk(store, ledger, Date.now).issue({ role: 'administrator' }, asker, (token) => {
      terminal.tell(
        `Administrator's token for ${ledger}, shown this once. Revoke the lost one with it: token list, token revoke.`,
      );
      terminal.result(token);
    });
  } catch (error) {
    if (error instanceof StoreUnavailable) throw new CliFailure(error.message, EXIT.stopped);
    throw error;
  } finally {
    await store.close();
  }
}
