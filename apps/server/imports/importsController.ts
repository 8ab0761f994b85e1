import { Controller, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Type } from '@sinclair/typebox';
import type { Response } from 'express';
import { Allows } from '@milepost/access';
import type { ImportProgress, ImportReport } from '@milepost/public-record';
import { InstantText, Members, Nullable } from '../answers/schemaParts';
import { Operation } from '../http/operation';
import { problemOf } from '../http/problemOf';
import type { MilepostRequest } from '../http/requestContext';
import { requestFacts } from '../recording/requestFacts';
import { ImportFile } from './importFile';
import type { Imported } from './importFile';
import { ImportQuery } from './importQuery';

const count = Type.Integer({ minimum: 0 });
const place = { file: Type.String(), line: Nullable(count), column: Nullable(Type.String()), reason: Type.String() };
const ReportAnswer = Members(
  {
    dataSet: Type.String(),
    ledger: Type.String(),
    dryRun: Type.Boolean(),
    finishedAt: InstantText,
    files: Type.Array(
      Members({
        file: Type.String(),
        rows: count,
        recorded: count,
        corrected: count,
        skipped: count,
        nothingToRecord: count,
        refused: count,
        notReached: count,
      }),
    ),
    refusals: Type.Array(Members(place)),
    notes: Type.Array(Members(place)),
    events: Members({ recorded: count, corrected: count, skipped: count }),
    stopped: Nullable(Type.String()),
    /** For the header Milepost-After: a read with it waits until all that was recorded is visible. Null where nothing was. */
    token: Nullable(Type.String()),
    /** 0: all went in; 1: something was refused; 2: stopped before its end. */
    exitCode: Type.Union([Type.Literal(0), Type.Literal(1), Type.Literal(2)]),
  },
  'What became of each row.',
);

/** Progress is told this often at most. */
const PROGRESS_MS = 500;

/** Takes files of the user's own, and the shipped record again. */
@Controller('api/v1/imports')
@Allows('import')
export class ImportsController {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @Operation({
    summary:
      'Import a file, as a dry run or for good. As application/jsonl it tells its progress line by line, the report last',
    answers: { 200: ReportAnswer },
    problems: ['invalid-import'],
    takes: ['text/csv'],
  })
  async run(@Query() query: ImportQuery, @Req() request: MilepostRequest, @Res() response: Response): Promise<void> {
    const isTold = /\bapplication\/(jsonl|x-ndjson)\b/.test(request.headers.accept ?? '');
    const lines = isTold ? new ProgressLines(response) : undefined;
    const over = new AbortController();
    // Whoever goes away in the middle wants it stopped; what is recorded stays, and the next run goes on.
    response.once('close', () => over.abort());
    try {
      const order = {
        kind: query.kind,
        file: query.file,
        bytes: request.body instanceof Uint8Array ? request.body : undefined,
        asAt: query.asAt,
        publishedOn: query.publishedOn,
        dryRun: query.dryRun === 'true',
      };
      const tell = (progress: ImportProgress): void => lines?.tell(progress);
      const report = await this.commands.execute(new ImportFile(order, requestFacts(request), tell, over.signal));
      const { exitCodeOf } = await import('@milepost/public-record');
      const answer = { ...reportAnswer(report), exitCode: exitCodeOf(report) };
      // Lines have begun long before there is a token, which is in the last of them.
      if (lines !== undefined) return lines.end({ report: answer });
      if (report.token !== undefined) response.setHeader('Milepost-After', report.token);
      response.json(answer);
    } catch (error) {
      if (lines?.hasBegun !== true) throw error;
      lines.end({ problem: problemOf(error).document(request.requestId) });
    }
  }
}

/** JSON Lines: `{progress}` as it goes on, then `{report}` or, where it failed in the middle, `{problem}`. */
class ProgressLines {
  hasBegun = false;
  private told = -Infinity;

  constructor(private readonly response: Response) {}

  tell({ phase, file, done, total, counts, reason }: ImportProgress): void {
    if (performance.now() - this.told < PROGRESS_MS) return;
    this.told = performance.now();
    this.write({ progress: { phase, file: file ?? null, done, total, ...counts, reason: reason ?? null } });
  }

  end(last: object): void {
    this.write(last);
    this.response.end();
  }

  private write(line: object): void {
    if (!this.hasBegun) this.response.setHeader('Content-Type', 'application/jsonl; charset=utf-8');
    this.hasBegun = true;
    this.response.write(`${JSON.stringify(line)}\n`);
  }
}

function reportAnswer(report: Imported) {
  const { dataSet, ledger, dryRun, finishedAt, files, events, stopped } = report;
  return {
    dataSet,
    ledger,
    dryRun,
    finishedAt: new Date(finishedAt).toISOString(),
    files,
    refusals: report.refusals.map(placed),
    notes: report.notes.map(placed),
    events,
    stopped: stopped?.reason ?? null,
    token: report.token ?? null,
  };
}

function placed({ file, line, column, reason }: ImportReport['notes'][number]) {
  return { file, line: line ?? null, column: column ?? null, reason };
}
