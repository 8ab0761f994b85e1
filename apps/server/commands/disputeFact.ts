import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { decideDispute } from '@milepost/domain';
import { Recorder } from '../recording/recorder';
import type { Recorded } from '../recording/recorder';
import type { RequestFacts } from '../recording/requestFacts';
import { FactPlaces, mustWriteAbout } from './factPlace';

/** Disputes a fact: it goes on counting, and every figure says that it is disputed. */
export class DisputeFact extends Command<Recorded> {
  constructor(
    readonly fact: string,
    readonly grounds: string,
    readonly reportedOn: string | undefined,
    readonly request: RequestFacts,
  ) {
    super();
  }
}

@CommandHandler(DisputeFact)
export class DisputeFactHandler implements ICommandHandler<DisputeFact> {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(FactPlaces) private readonly places: FactPlaces,
  ) {}

  execute({ fact, grounds, reportedOn, request }: DisputeFact): Promise<Recorded> {
    const { subject } = this.places.placeOf(fact);
    mustWriteAbout(request.principal, subject);
    return this.recorder.record({
      subject,
      request,
      decide: (fold, context) => decideDispute({ fact, grounds, reportedOn }, fold, context),
    });
  }
}
