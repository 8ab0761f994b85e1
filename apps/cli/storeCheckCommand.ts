import { readConfig } from '@milepost/platform';
import { CliFailure, EXIT } from './cliFailure';
import type { ExitCode } from './cliFailure';
import type { Terminal } from './terminal';

/** Re-reads the embedded store's file, which nobody may use meanwhile. */
export async function storeCheckCommand(
  terminal: Terminal,
  file: string | undefined,
  json: boolean,
): Promise<ExitCode> {
  const { checkStore, storeFile, StoreRefused } = await import('@milepost/embedded-store');
  const path = file ?? storeFile(readConfig().dataDir);
  try {
    const report = checkStore(path);
    if (json) terminal.result(JSON.stringify({ file: path, ...report }, undefined, 2));
    else {
      terminal.result(`${path}: ${report.events} events in ${report.streams} streams.`);
      for (const problem of report.problems) terminal.result(`  ${problem}`);
      terminal.result(report.problems.length === 0 ? 'Nothing is wrong.' : 'The file is damaged.');
    }
    return report.problems.length === 0 ? EXIT.done : EXIT.refused;
  } catch (error) {
    if (error instanceof StoreRefused) throw new CliFailure(error.message, EXIT.refused);
    throw error;
  }
}
