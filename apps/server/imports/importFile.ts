import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { mustBePermitted } from '@milepost/access';
import type { ImportProgress, ImportReport, ImportStore, OwnFileOptions, Plan } from '@milepost/public-record';
import { LedgerContext, resolveMoment } from '@milepost/views';
import { REGISTER_AND_EPR } from '../answers/viewsNeeded';
import { invalidRequest } from '../http/requestProblems';
import type { RequestFacts } from '../recording/requestFacts';
import { WritingAllowed } from '../recording/writingAllowed';
import { IMPORT_STORE } from './importStore';
import type { ImportKind } from './importQuery';
import { LastWritten } from './lastWritten';

/** Files of the register, or of the record as a whole; the others hold what a trust reports of itself. */
const OF_THE_REGISTER: readonly ImportKind[] = ['ods', 'public-record'];

export interface ImportOrder extends OwnFileOptions {
  readonly kind: ImportKind;
  readonly file: string | undefined;
  readonly bytes: Uint8Array | undefined;
  readonly dryRun: boolean;
  /** So many of the rows that give something new stand in the report. */
  readonly rowsInReport?: number;
}

export interface Imported extends ImportReport {
  /** Position token of the last event that was recorded; undefined where none was. */
  readonly token: string | undefined;
}

/** Imports a file: as a dry run, or for good. */
export class ImportFile extends Command<Imported> {
  constructor(
    readonly order: ImportOrder,
    readonly request: Pick<RequestFacts, 'principal' | 'requestId'>,
    readonly onProgress: (progress: ImportProgress) => void,
    readonly signal: AbortSignal,
  ) {
    super();
  }
}

type Importers = typeof import('@milepost/public-record');

const PAGE = 500;

@CommandHandler(ImportFile)
export class ImportFileHandler implements ICommandHandler<ImportFile> {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(IMPORT_STORE) private readonly store: ImportStore,
    @Inject(WritingAllowed) private readonly writing: WritingAllowed,
  ) {}

  async execute({ order, request, onProgress, signal }: ImportFile): Promise<Imported> {
    const { principal } = request;
    mustBePermitted(principal, OF_THE_REGISTER.includes(order.kind) ? 'import-register' : 'import');
    const importers = await import('@milepost/public-record');
    const whole = await this.planOf(order, importers);
    const plan = principal.trusts === undefined ? whole : importers.withinTrusts(whole, principal.trusts);
    if (!order.dryRun) await this.writing.check();
    const store = new LastWritten(this.store, this.context.ledger);
    const report = await importers.importPlan(store, this.context.ledger, plan, {
      actor: { id: principal.id, role: principal.role },
      clock: this.context.clock,
      dryRun: order.dryRun,
      ...(order.rowsInReport === undefined ? {} : { rowsInReport: order.rowsInReport }),
      onProgress,
      signal,
      correlationId: request.requestId,
    });
    return { ...report, token: store.token };
  }

  private async planOf({ kind, file, bytes, asAt, publishedOn }: ImportOrder, importers: Importers): Promise<Plan> {
    if (kind === 'public-record') {
      if (this.context.kind === 'public-record') return importers.planPublicRecord();
      const detail = 'The public record belongs to the ledger of that kind; this is another.';
      throw invalidRequest([{ parameter: 'kind', detail }]);
    }
    if (bytes === undefined) throw invalidRequest([{ pointer: '', detail: 'Send the file as the body, as text/csv.' }]);
    const name = file ?? `${kind}.csv`;
    const codes = { trusts: this.trusts() };
    // Requests that come meanwhile are answered between the slices.
    return importers.inSlices(importers.planUserFileInSteps(kind, bytes, name, { asAt, publishedOn }, codes));
  }

  /** Codes of every trust that the register holds now, open or not. */
  private trusts(): ReadonlySet<string> {
    const { moment } = resolveMoment(this.context, {}, REGISTER_AND_EPR);
    const codes = new Set<string>();
    for (;;) {
      const page = this.context.questions().trusts(moment, {}, codes.size, PAGE);
      for (const { ods } of page.items) codes.add(ods);
      if (page.items.length < PAGE) return codes;
    }
  }
}
