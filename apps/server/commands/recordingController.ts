import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { LedgerContext } from '@milepost/views';
import type { MilepostRequest } from '../http/requestContext';
import { requestFacts } from '../recording/requestFacts';
import { sendRecorded } from './sendRecorded';
import type { Write } from './write';

/** What the controllers that record have in common: a command from a body, and the answer to it. */
export abstract class RecordingController {
  /** Whether what is recorded is about a fact that there is; else it is a fact of its own. */
  protected readonly concernsFact: boolean = false;

  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  /** @param target code of the trust, or id of the fact */
  protected async record<Body extends object>(
    { command }: Write<Body>,
    target: string,
    body: Body,
    request: MilepostRequest,
    response: Response,
  ) {
    const recorded = await this.commands.execute(command(target, body, requestFacts(request)));
    const { ledger, basePath } = this.context;
    return sendRecorded({ ledger, basePath, response }, this.concernsFact ? target : undefined, recorded);
  }
}
