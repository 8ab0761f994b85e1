import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Rebuilds } from './rebuilds';
import type { Rebuild } from './rebuilds';

/** Starts a rebuild of all views. */
export class StartRebuild extends Command<Rebuild> {}

@CommandHandler(StartRebuild)
export class StartRebuildHandler implements ICommandHandler<StartRebuild> {
  constructor(@Inject(Rebuilds) private readonly rebuilds: Rebuilds) {}

  execute(): Promise<Rebuild> {
    return Promise.resolve(this.rebuilds.start());
  }
}
