import { Value } from '@sinclair/typebox/value';
import { eventSchemas } from '@milepost/domain';
import { randomEventId, WrongRevision } from '@milepost/event-store';
import type { EventStore, JsonObject } from '@milepost/event-store';
import { present } from '../plan/present';
import type { ImportOptions } from './importOptions';
import type { FileReport, ImportReport } from './importReport';
import type { RowProblem } from '../csv/rowProblem';

const TYPE = 'ImportCompleted.v1';
/** Refused rows that are kept, so that a page can show them after a restart. */
const REFUSALS_KEPT = 100;

/** What the last import of a data set that went to its end left in its working stream. */
export interface CompletedImport {
  /** Hash of what the files said, see {@link planContent}. */
  readonly content: string;
  readonly revision: bigint;
  /** Milliseconds since 1970. */
  readonly finishedAt: number;
  /** Streams that it spoke of, without the ledger's name. */
  readonly subjects: readonly string[];
  readonly files: readonly FileReport[];
  readonly refusals: readonly RowProblem[];
}

/** Working streams are read by anybody's leave: what is not as we write it counts as nothing. */
export async function lastCompleted(
  store: Pick<EventStore, 'lastOf'>,
  ledger: string,
  dataSet: string,
): Promise<CompletedImport | undefined> {
  const event = await store.lastOf(streamOf(ledger, dataSet));
  const schema = eventSchemas[TYPE];
  if (event?.type !== TYPE || schema === undefined || !Value.Check(schema, event.data)) return undefined;
  const { content, subjects, files, refusals } = event.data as unknown as Kept;
  return {
    content,
    revision: event.revision,
    finishedAt: finishedAt(event.metadata) ?? event.created,
    subjects: subjects ?? [],
    files: (files ?? []).map((file) => ({ ...file, notReached: 0 })),
    refusals: refusals ?? [],
  };
}

interface Kept {
  readonly content: string;
  readonly subjects?: readonly string[];
  readonly files?: readonly Omit<FileReport, 'notReached'>[];
  readonly refusals?: readonly RowProblem[];
}

function finishedAt(metadata: unknown): number | undefined {
  const recordedAt = (metadata as { recordedAt?: unknown } | undefined)?.recordedAt;
  const time = typeof recordedAt === 'string' ? Date.parse(recordedAt) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** Keeps that a run went to its end. Two runs at once both do; the one that comes second has nothing to add. */
export async function keepCompleted(
  store: Pick<EventStore, 'append'>,
  report: ImportReport,
  completed: Pick<CompletedImport, 'content' | 'subjects'>,
  before: CompletedImport | undefined,
  actor: ImportOptions['actor'],
): Promise<void> {
  const data = {
    dataSet: report.dataSet,
    content: completed.content,
    subjects: completed.subjects,
    files: report.files.map(({ notReached: _, ...file }) => ({ ...file })),
    refusals: report.refusals.slice(0, REFUSALS_KEPT).map((problem) => present({ ...problem })),
  } satisfies JsonObject;
  const metadata = { recordedAt: new Date(report.finishedAt).toISOString(), actor, origin: 'import' };
  const event = { id: randomEventId(), type: TYPE, data, metadata };
  try {
    await store.append(streamOf(report.ledger, report.dataSet), [event], before?.revision ?? 'no-stream');
  } catch (error) {
    if (!(error instanceof WrongRevision)) throw error;
  }
}

function streamOf(ledger: string, dataSet: string): string {
  return `${ledger}-work.import-${dataSet}`;
}
