import { Module } from '@nestjs/common';
import type { DynamicModule, ModuleMetadata } from '@nestjs/common';
import { Desk } from '@milepost/dashboard';
import { ServerDesk } from './serverDesk';

/** The desk of one ledger, for its pages. */
@Module({})
export class DeskModule {
  static of(imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return { module: DeskModule, imports, providers: [{ provide: Desk, useClass: ServerDesk }], exports: [Desk] };
  }
}
