import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Command } from '@nestjs/cqrs';
import type { Response } from 'express';
import { LedgerContext } from '@milepost/views';
import type { MilepostRequest } from '../http/requestContext';
import type { Recorded } from '../recording/recorder';
import { requestFacts } from '../recording/requestFacts';
import { sendRecorded } from './sendRecorded';
import type { Write } from './write';

/** What the controllers that record have in common: a command, perhaps from a body, and the answer to it. */
export abstract class RecordingController {
  /** Whether what is recorded is about a fact that there is; else it is a fact of its own. */
  protected readonly concernsFact: boolean = false;

  constructor(
    @Inject(LedgerContext) protected readonly context: LedgerContext,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  /** @param target code of the trust, or id of the fact */
  protected record<Body extends object>(
    { command }: Write<Body>,
    target: string,
    body: Body,
    request: MilepostRequest,
    response: Response,
  ) {
    return this.send(command(target, body, requestFacts(request)), response, this.concernsFact ? target : undefined);
  }

  /** @param fact that the command is about; without it what is recorded is a fact of its own */
  protected async send(command: Command<Recorded>, response: Response, fact?: string) {
    const recorded = await this.commands.execute(command);
    const { ledger, basePath } = this.context;
    return sendRecorded({ ledger, basePath, response }, fact, recorded);
  }
}
