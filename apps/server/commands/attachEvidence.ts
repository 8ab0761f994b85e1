import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { decideEvidence } from '@milepost/domain';
import type { EventMetadata } from '@milepost/event-store';
import { Recorder } from '../recording/recorder';
import type { Recorded } from '../recording/recorder';
import type { RequestFacts } from '../recording/requestFacts';
import { FactPlaces, mustWriteAbout } from './factPlace';

/** Attaches evidence to a fact: the hashes of documents, which stay with whoever holds them. */
export class AttachEvidence extends Command<Recorded> {
  constructor(
    readonly fact: string,
    readonly evidence: NonNullable<EventMetadata['evidence']>,
    readonly answers: string | undefined,
    readonly reportedOn: string | undefined,
    readonly request: RequestFacts,
  ) {
    super();
  }
}

@CommandHandler(AttachEvidence)
export class AttachEvidenceHandler implements ICommandHandler<AttachEvidence> {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(FactPlaces) private readonly places: FactPlaces,
  ) {}

  execute({ fact, evidence, answers, reportedOn, request }: AttachEvidence): Promise<Recorded> {
    const { subject } = this.places.placeOf(fact);
    mustWriteAbout(request.principal, subject);
    return this.recorder.record({
      subject,
      request,
      evidence,
      decide: (fold, context) => decideEvidence({ fact, answers, reportedOn }, fold, context),
    });
  }
}
