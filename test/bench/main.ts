import { cpus } from 'node:os';
import { printTable } from './printTable';
import type { Row } from './row';

/** Parts of the benchmark by name; `npm run bench -- store views` runs two of them. Each is loaded when its turn comes, so that none weighs on another. */
const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  store: async () => (await import('./store')).storeRows(),
  client: async () => (await import('./client')).clientRows(),
  ledger: async () => (await import('./ledger')).ledgerRows(),
  views: async () => (await import('./views')).viewRows(),
  pages: async () => (await import('./pages')).pageRows(),
  http: async () => (await import('./http')).httpRows(),
};

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new Error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.`);
  console.log(
    `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}`,
  );
  for (const [name, rows] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) printTable(name, await rows());
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
