import { Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { Allows } from '@milepost/access';
import { DecimalText, InstantText, Members, Nullable, OneOf } from '../answers/schemaParts';
import { Answer } from '../http/answer';
import { NoQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { Rebuilds } from './rebuilds';
import type { Rebuild } from './rebuilds';
import { StartRebuild } from './startRebuild';

const RebuildAnswer = Members({
  id: Type.String({ format: 'uuid' }),
  state: OneOf('building', 'switching', 'done', 'failed'),
  startedAt: InstantText,
  finishedAt: Nullable(InstantText),
  /** Entries that were built over; null while building. */
  entries: Nullable(DecimalText),
  reason: Nullable(Type.String()),
});

/** Rebuilds of the views, beside the ones in use. */
@Controller('api/v1/rebuilds')
@Allows('rebuild')
export class RebuildsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(Rebuilds) private readonly rebuilds: Rebuilds,
  ) {}

  @Get()
  @Operation({
    summary: 'Rebuilds since the server started, newest first',
    answers: { 200: Members({ items: Type.Array(RebuildAnswer) }) },
  })
  list(@Query() _query: NoQuery): Answer {
    return new Answer({ body: { items: this.rebuilds.list().map(rebuildAnswer) } });
  }

  @Post()
  @HttpCode(202)
  @Operation({
    summary: 'Rebuild all views; the old ones answer until the new ones take their place',
    answers: { 202: RebuildAnswer },
    problems: ['rebuild-running'],
  })
  async start(@Query() _query: NoQuery): Promise<Static<typeof RebuildAnswer>> {
    return rebuildAnswer(await this.commands.execute(new StartRebuild()));
  }
}

function rebuildAnswer({ id, state, startedAt, finishedAt, entries, reason }: Rebuild): Static<typeof RebuildAnswer> {
  return {
    id,
    state,
    startedAt: new Date(startedAt).toISOString(),
    finishedAt: finishedAt === undefined ? null : new Date(finishedAt).toISOString(),
    entries: entries?.toString() ?? null,
    reason: reason ?? null,
  };
}
