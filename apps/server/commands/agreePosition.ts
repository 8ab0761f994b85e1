import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { decidePosition } from '@milepost/domain';
import type { AgreedFigure } from '@milepost/domain';
import { Problem } from '@milepost/platform';
import { LedgerContext, resolveMoment } from '@milepost/views';
import type { FigureMetric, Moment } from '@milepost/views';
import { METRICS } from '../answers/figureAnswer';
import { REGISTER_AND_EPR } from '../answers/viewsNeeded';
import { invalidRequest } from '../http/requestProblems';
import { Recorder } from '../recording/recorder';
import type { Recorded } from '../recording/recorder';
import type { RequestFacts } from '../recording/requestFacts';
import { mustWriteAbout } from './factPlace';
import { plainData } from './plainData';
import type { PositionBody } from './positionBody';
import { mustHaveShape } from './shapeOf';

/** Records what was agreed: the figures that the record shows at the moment named. */
export class AgreePosition extends Command<Recorded> {
  constructor(
    readonly body: PositionBody,
    readonly request: RequestFacts,
  ) {
    super();
  }
}

@CommandHandler(AgreePosition)
export class AgreePositionHandler implements ICommandHandler<AgreePosition> {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(Recorder) private readonly recorder: Recorder,
  ) {}

  async execute({ body, request }: AgreePosition): Promise<Recorded> {
    const { id, metrics, documents, reportedOn, recordedBy, ...said } = body;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      throw invalidRequest([{ pointer: '/id', detail: 'An id is of lower-case words joined by hyphens.' }]);
    }
    const subject = `position-${id}`;
    mustWriteAbout(request.principal, subject);
    const known = metrics.map(mustBeMetric);
    const { moment } = resolveMoment(
      this.context,
      { asOf: said.asOf, recordedBy, publicBy: said.publicBy },
      REGISTER_AND_EPR,
    );
    const figures = known.map((metric) => this.figure(moment, metric));
    // As data of an event: no classes, and no member that was not sent.
    const data = plainData({ ...said, recordedBy: `size:${moment.size}`, figures });
    mustHaveShape('PositionAgreed.v1', data, '');
    return this.recorder.record({
      subject,
      request,
      evidence: documents?.map(({ sha256, bytes, mediaType }) => ({ sha256, bytes, mediaType })),
      decide: (fold, context) => decidePosition({ type: 'PositionAgreed.v1', data, reportedOn }, fold, context),
    });
  }

  private figure(moment: Moment, metric: FigureMetric): AgreedFigure {
    const { definition, numerator, denominator, notKnown } = this.context.questions().figure(moment, metric, undefined);
    return { metric, definition, numerator, denominator, notKnown };
  }
}

/** @throws Problem `unknown-metric` (404) */
function mustBeMetric(name: string, at: number): FigureMetric {
  const metric = METRICS.find((one) => one === name);
  if (metric !== undefined) return metric;
  const detail = `There is no figure ${name} whose movement this record can show. There are ${METRICS.join(', ')}.`;
  throw new Problem({
    slug: 'unknown-metric',
    title: 'No such figure',
    status: 404,
    detail,
    errors: [{ pointer: `/metrics/${at}`, detail }],
  });
}
