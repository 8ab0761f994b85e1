import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { decideReinstatement } from '@milepost/domain';
import { Recorder } from '../recording/recorder';
import type { Recorded } from '../recording/recorder';
import type { RequestFacts } from '../recording/requestFacts';
import { FactPlaces, mustWriteAbout } from './factPlace';

/** Brings a retracted fact back as it was. */
export class ReinstateFact extends Command<Recorded> {
  constructor(
    readonly fact: string,
    readonly replaces: string,
    readonly reason: string,
    readonly reportedOn: string | undefined,
    readonly request: RequestFacts,
  ) {
    super();
  }
}

@CommandHandler(ReinstateFact)
export class ReinstateFactHandler implements ICommandHandler<ReinstateFact> {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(FactPlaces) private readonly places: FactPlaces,
  ) {}

  execute({ fact, replaces, reason, reportedOn, request }: ReinstateFact): Promise<Recorded> {
    const { subject } = this.places.placeOf(fact);
    mustWriteAbout(request.principal, subject);
    return this.recorder.record({
      subject,
      request,
      decide: (fold, context) => decideReinstatement({ fact, replaces, reason, reportedOn }, fold, context),
    });
  }
}
