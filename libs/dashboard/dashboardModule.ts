import type { DynamicModule, ModuleMetadata } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { AssetsController } from './http/assetsController';
import { ChangesController } from './changes/changesController';
import { Forms } from './forms/forms';
import { PageErrors } from './http/pageErrors';
import { ImportController } from './importing/importController';
import { LiveController } from './live/liveController';
import { PagesController } from './pagesController';
import { ProblemPages } from './problemPages';
import { StandardsController } from './standards/standardsController';
import { StatementsController } from './statements/statementsController';
import { LateController } from './late/lateController';
import { TargetsController } from './targets/targetsController';
import { SigningController } from './signing/signingController';
import { ReportingController } from './reporting/reportingController';
import { Pages } from './visit/pages';

/** The pages of one ledger. */
@Module({})
export class DashboardModule {
  /** `imports`: modules that provide `LedgerContext` (views), `PagesData` and `Desk`. */
  static register(imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return {
      module: DashboardModule,
      imports,
      controllers: [
        AssetsController,
        ReportingController,
        PagesController,
        SigningController,
        ImportController,
        StatementsController,
        ChangesController,
        StandardsController,
        LateController,
        TargetsController,
        LiveController,
      ],
      providers: [Pages, Forms, PageErrors, ProblemPages],
      exports: [PageErrors, ProblemPages],
    };
  }
}
