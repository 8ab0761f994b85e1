import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { conditionsFault, decideStandard } from '@milepost/domain';
import type { StandardCommand } from '@milepost/domain';
import type { JsonObject } from '@milepost/event-store';
import { Recorder } from '../recording/recorder';
import type { Recorded } from '../recording/recorder';
import { rejectionProblem } from '../recording/rejectionProblem';
import type { RequestFacts } from '../recording/requestFacts';
import { mustWriteAbout } from './factPlace';
import { plainData } from './plainData';
import { mustHaveShape } from './shapeOf';

/** Publishes a version of a standard, or withdraws one or all of them. */
export class RecordStandard extends Command<Recorded> {
  readonly data: JsonObject;

  constructor(
    readonly standard: string,
    readonly type: StandardCommand['type'],
    data: object,
    readonly reportedOn: string | undefined,
    readonly request: RequestFacts,
  ) {
    super();
    this.data = plainData(data);
  }
}

@CommandHandler(RecordStandard)
export class RecordStandardHandler implements ICommandHandler<RecordStandard> {
  constructor(@Inject(Recorder) private readonly recorder: Recorder) {}

  execute({ standard, type, data, reportedOn, request }: RecordStandard): Promise<Recorded> {
    const subject = `standard-${standard}`;
    mustWriteAbout(request.principal, subject);
    mustBeStandard(type, data);
    return this.recorder.record({
      subject,
      request,
      decide: (fold, context) => decideStandard({ standard, type, data, reportedOn }, fold, context),
    });
  }
}

/**
 * Conditions first, because the place where one stops being one says more than that none of the kinds fits.
 * @throws Problem 400
 */
export function mustBeStandard(type: StandardCommand['type'], data: JsonObject): void {
  const fault = conditionsFault(data);
  if (fault) throw rejectionProblem(fault);
  mustHaveShape(type, data, '');
}
