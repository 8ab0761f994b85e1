import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { changeRefused, decideTargetChange, programmeOfEnd } from '@milepost/domain';
import type { FactType } from '@milepost/domain';
import type { JsonObject } from '@milepost/event-store';
import { Recorder } from '../recording/recorder';
import type { Recorded } from '../recording/recorder';
import { rejectionProblem } from '../recording/rejectionProblem';
import type { RequestFacts } from '../recording/requestFacts';
import { mustWriteAbout } from './factPlace';
import { plainData } from './plainData';
import { mustHaveShape } from './shapeOf';

/** Sets or changes a target, or revises a programme's end. */
export class ChangeTarget extends Command<Recorded> {
  readonly data: JsonObject;

  constructor(
    readonly target: string,
    readonly type: FactType,
    data: object,
    readonly reportedOn: string | undefined,
    readonly request: RequestFacts,
  ) {
    super();
    this.data = plainData(data);
  }
}

@CommandHandler(ChangeTarget)
export class ChangeTargetHandler implements ICommandHandler<ChangeTarget> {
  constructor(@Inject(Recorder) private readonly recorder: Recorder) {}

  execute({ target, type, data, reportedOn, request }: ChangeTarget): Promise<Recorded> {
    const subject = subjectOf(target, type);
    mustWriteAbout(request.principal, subject);
    const refused = changeRefused(data);
    if (refused) throw rejectionProblem(refused);
    mustHaveShape(type, data, '');
    return this.recorder.record({
      subject,
      request,
      decide: (fold, context) => decideTargetChange({ target, type, data, reportedOn }, fold, context),
    });
  }
}

/** A programme's end lies in the programme's stream; what is misdirected is refused whichever it is decided on. */
function subjectOf(target: string, type: FactType): string {
  const programme = programmeOfEnd(target);
  return type === 'ProgrammeEndRevised.v1' && programme !== undefined ? `programme-${programme}` : `target-${target}`;
}
