import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { mustWriteFor } from '@milepost/access';
import { decideAssessment, decideEprStep, decideSupport } from '@milepost/domain';
import type { DecidingContext, Decision, FactType, StreamFold, SupportCommand } from '@milepost/domain';
import type { JsonObject } from '@milepost/event-store';
import { Recorder } from '../recording/recorder';
import type { Recorded } from '../recording/recorder';
import type { RequestFacts } from '../recording/requestFacts';
import { mustHaveShape } from './shapeOf';

/** Records something new about a trust: a milestone, plan, state, assessment or support. */
export class RecordTrustFact extends Command<Recorded> {
  constructor(
    readonly trust: string,
    readonly type: FactType,
    readonly data: JsonObject,
    readonly reportedOn: string | undefined,
    readonly request: RequestFacts,
  ) {
    super();
  }
}

@CommandHandler(RecordTrustFact)
export class RecordTrustFactHandler implements ICommandHandler<RecordTrustFact> {
  constructor(@Inject(Recorder) private readonly recorder: Recorder) {}

  execute(command: RecordTrustFact): Promise<Recorded> {
    const { trust, type, data, request } = command;
    mustWriteFor(request.principal, trust);
    mustHaveShape(type, data, '');
    return this.recorder.record({
      subject: `trust-${trust}`,
      request,
      decide: (fold, context) => decide(command, fold, context),
    });
  }
}

function decide(command: RecordTrustFact, fold: StreamFold, context: DecidingContext): Decision {
  const { trust, type, data, reportedOn } = command;
  const proposed = { trust, type, data, reportedOn };
  if (type === 'CapabilityAssessed.v1') return decideAssessment(proposed, fold, context);
  if (isSupport(type)) return decideSupport({ ...proposed, type }, fold, context);
  return decideEprStep(proposed, fold, context);
}

function isSupport(type: FactType): type is SupportCommand['type'] {
  return type === 'SupportAgreed.v1' || type === 'SupportEnded.v1';
}
