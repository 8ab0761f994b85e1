import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { decideDisputeResolution } from '@milepost/domain';
import { Recorder } from '../recording/recorder';
import type { Recorded } from '../recording/recorder';
import type { RequestFacts } from '../recording/requestFacts';
import { FactPlaces, mustWriteAbout } from './factPlace';

/** Resolves a dispute of a fact. */
export class ResolveDispute extends Command<Recorded> {
  constructor(
    readonly fact: string,
    readonly dispute: string,
    readonly outcome: string,
    readonly reportedOn: string | undefined,
    readonly request: RequestFacts,
  ) {
    super();
  }
}

@CommandHandler(ResolveDispute)
export class ResolveDisputeHandler implements ICommandHandler<ResolveDispute> {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(FactPlaces) private readonly places: FactPlaces,
  ) {}

  execute({ fact, dispute, outcome, reportedOn, request }: ResolveDispute): Promise<Recorded> {
    const { subject } = this.places.placeOf(fact);
    mustWriteAbout(request.principal, subject);
    return this.recorder.record({
      subject,
      request,
      decide: (fold, context) => decideDisputeResolution({ dispute, outcome, reportedOn }, fold, context),
    });
  }
}
