import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Type } from '@sinclair/typebox';
import type { Response } from 'express';
import { Allows } from '@milepost/access';
import { LedgerContext, resolveMoment } from '@milepost/views';
import type { PositionView } from '@milepost/views';
import { ListOf, listAnswer } from '../answers/listAnswer';
import { MomentSchema } from '../answers/momentSchema';
import { PositionAnswer, positionAnswer, positionsTable, SinceAnswer, sinceAnswer } from '../answers/positionAnswer';
import { RecordedAnswer } from '../answers/recordedAnswer';
import { Members } from '../answers/schemaParts';
import { REGISTER_AND_EPR } from '../answers/viewsNeeded';
import { AgreePosition } from '../commands/agreePosition';
import { PositionBody } from '../commands/positionBody';
import { RecordingController } from '../commands/recordingController';
import { Answer } from '../http/answer';
import { MomentQuery, NoQuery, PagedQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { pageAsked } from '../http/paging';
import type { MilepostRequest } from '../http/requestContext';
import { noSuch } from '../http/requestProblems';
import { requestFacts } from '../recording/requestFacts';
import { FindPositions } from './findPositions';
import { PositionPath } from './positionPath';
import { ReadPosition } from './readPosition';

/** What was agreed about the figures of a moment, and what has changed since. */
@Controller('api/v1/positions')
export class PositionsController extends RecordingController {
  constructor(
    @Inject(LedgerContext) context: LedgerContext,
    @Inject(CommandBus) commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {
    super(context, commands);
  }

  @Get()
  @Allows('read')
  @Operation({
    summary: 'Positions agreed: the figures of a moment as they were agreed, and counted again',
    answers: { 200: ListOf(PositionAnswer) },
    table: true,
  })
  async list(@Query() query: PagedQuery, @Req() request: MilepostRequest): Promise<Answer> {
    const asked = pageAsked(this.context, request.sentPath, query, REGISTER_AND_EPR);
    const all = await this.queries.execute(new FindPositions(asked.resolved.moment));
    const shown = all.slice(asked.offset, asked.offset + asked.limit);
    return listAnswer(asked, this.context.basePath, {
      items: shown.map(positionAnswer),
      total: all.length,
      definitions: definitionsOf(shown),
      table: positionsTable,
    });
  }

  @Get(':id')
  @Allows('read')
  @Operation({
    summary:
      'A position agreed: its figures then and counted again, and what has changed since, split without remainder',
    answers: {
      200: Members({ moment: MomentSchema, position: PositionAnswer, since: Type.Array(SinceAnswer) }),
    },
    problems: ['unknown-position'],
    table: true,
  })
  async read(@Param() { id }: PositionPath, @Query() query: MomentQuery): Promise<Answer> {
    const resolved = resolveMoment(this.context, query, REGISTER_AND_EPR);
    const found = await this.queries.execute(new ReadPosition(resolved.moment, id));
    if (found === undefined) throw noSuch('position', id, 'GET /api/v1/positions lists them.');
    const position = positionAnswer(found.position);
    return new Answer({
      body: {
        moment: resolved.answer(definitionsOf([found.position])),
        position,
        since: found.since.map(sinceAnswer),
      },
      moment: resolved,
      table: positionsTable([position]),
    });
  }

  @Post()
  @Allows('agree-position')
  @Operation({
    summary: 'Record that a position was agreed; the figures are those that the record shows at the moment named',
    answers: { 201: RecordedAnswer },
    problems: [
      ...['position-already-agreed', 'position-moment-ahead', 'unknown-metric', 'invalid-moment', 'not-yet-recorded'],
      ...['no-such-date', 'precision-contradicts-date', 'happened-after-today'],
    ],
    records: true,
  })
  agree(
    @Query() _query: NoQuery,
    @Body() body: PositionBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.send(new AgreePosition(body, requestFacts(request)), response);
  }
}

/** By what the figures were counted again, each once. */
function definitionsOf(positions: readonly PositionView[]): string[] {
  const all = positions.flatMap(({ figures }) => figures.flatMap(({ again }) => (again ? [again.definition] : [])));
  return [...new Set(all)];
}
