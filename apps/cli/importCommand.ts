import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportReport } from '@milepost/public-record';
import { CliFailure, EXIT } from './cliFailure';
import type { ExitCode } from './cliFailure';
import { jsonLines } from './jsonLines';
import type { MilepostServer } from './milepostServer';
import type { Terminal } from './terminal';

export const IMPORT_KINDS = ['public-record', 'ods', 'dma', 'milestones', 'returns'] as const;

export interface ImportFlags {
  readonly asAt?: string;
  readonly publishedOn?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

type Report = Omit<ImportReport, 'stopped'> & { readonly stopped: string | null; readonly exitCode: 0 | 1 | 2 };
interface Line {
  readonly progress?: {
    readonly phase: string;
    readonly file: string | null;
    readonly done: number;
    readonly total: number;
  };
  readonly report?: Report;
  readonly problem?: { readonly title: string; readonly detail: string };
}

/** Imports files one after the other. The worst of their exit codes is the command's. */
export async function importCommand(
  server: MilepostServer,
  terminal: Terminal,
  kind: string,
  files: readonly string[],
  flags: ImportFlags,
): Promise<ExitCode> {
  if ((kind === 'public-record') !== (files.length === 0)) {
    const what = kind === 'public-record' ? 'takes no files: the server has the record' : 'needs at least one file';
    throw new CliFailure(`milepost import ${kind} ${what}.`, EXIT.usage);
  }
  const contents = files.map((file) => ({ file, bytes: contentOf(file) }));
  const reports: Report[] = [];
  for (const { file, bytes } of contents.length === 0 ? [{ file: undefined, bytes: undefined }] : contents) {
    const report = await importOne(server, terminal, kind, file, bytes, flags);
    if (flags.json !== true) terminal.result(await rendered(report));
    reports.push(report);
  }
  if (flags.json === true) terminal.result(JSON.stringify(reports, undefined, 2));
  return Math.max(...reports.map(({ exitCode }) => exitCode)) as ExitCode;
}

function contentOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliFailure(`${file} cannot be read (${why}). Nothing was imported.`, EXIT.usage);
  }
}

async function importOne(
  server: MilepostServer,
  terminal: Terminal,
  kind: string,
  file: string | undefined,
  bytes: Uint8Array | undefined,
  { asAt, publishedOn, dryRun }: ImportFlags,
): Promise<Report> {
  const response = await server.send({
    method: 'POST',
    path: '/api/v1/imports',
    query: {
      kind,
      file: file === undefined ? undefined : basename(file),
      asAt,
      publishedOn,
      dryRun: dryRun === true ? 'true' : undefined,
    },
    ...(bytes === undefined ? {} : { file: bytes }),
    accept: 'application/jsonl',
  });
  for await (const line of jsonLines((response.body ?? []) as AsyncIterable<Uint8Array>)) {
    const { progress, report, problem } = line as Line;
    if (progress !== undefined) terminal.tell(progressLine(progress));
    if (report !== undefined) return report;
    if (problem !== undefined) throw new CliFailure(`${problem.title}: ${problem.detail}`, EXIT.stopped);
  }
  throw new CliFailure(
    'The server ended before the import did. Run it again: it goes on where it stopped.',
    EXIT.stopped,
  );
}

function progressLine({ phase, file, done, total }: NonNullable<Line['progress']>): string {
  return `${phase}: ${done} of ${total}${file === null ? '' : ` (${file})`}`;
}

async function rendered({ stopped, exitCode: _, ...report }: Report): Promise<string> {
  const { renderReport } = await import('@milepost/public-record');
  return renderReport({ ...report, ...(stopped === null ? {} : { stopped: { reason: stopped, cause: 'store' } }) });
}
