import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { decideCorrection } from '@milepost/domain';
import type { Decision } from '@milepost/domain';
import type { JsonObject } from '@milepost/event-store';
import { Recorder } from '../recording/recorder';
import type { Recorded } from '../recording/recorder';
import type { RequestFacts } from '../recording/requestFacts';
import { FactPlaces, mustWriteAbout } from './factPlace';
import { mustHaveShape } from './shapeOf';

/** Corrects a fact: its complete data again. */
export class CorrectFact extends Command<Recorded> {
  constructor(
    readonly fact: string,
    readonly replaces: string,
    readonly reason: string,
    readonly data: JsonObject,
    readonly reportedOn: string | undefined,
    readonly request: RequestFacts,
  ) {
    super();
  }
}

@CommandHandler(CorrectFact)
export class CorrectFactHandler implements ICommandHandler<CorrectFact> {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(FactPlaces) private readonly places: FactPlaces,
  ) {}

  execute({ fact, replaces, reason, data, reportedOn, request }: CorrectFact): Promise<Recorded> {
    const { subject, type } = this.places.placeOf(fact);
    mustWriteAbout(request.principal, subject);
    mustHaveShape(type, data, '/data');
    return this.recorder.record({
      subject,
      request,
      decide: (fold, context) => inBody(decideCorrection({ fact, replaces, reason, reportedOn, data }, fold, context)),
    });
  }
}

/** The domain points into the fact's data, which lie below `/data` in a correction's body. */
function inBody(decision: Decision): Decision {
  if (!('rejected' in decision) || decision.rejected.pointer === undefined) return decision;
  const { pointer } = decision.rejected;
  if (['/replaces', '/reportedOn', '/fact'].includes(pointer)) return decision;
  return { rejected: { ...decision.rejected, pointer: `/data${pointer}` } };
}
