import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { AccessGuard } from '@milepost/access';
import { DashboardModule } from '@milepost/dashboard';
import { AssessmentChangeController } from '../assessments/assessmentChangeController';
import { RawEntriesController } from '../audit/rawEntriesController';
import { CatalogueController } from '../catalogue/catalogueController';
import { FactPlaces } from '../commands/factPlace';
import { MarksController } from '../commands/marksController';
import { ReportsController } from '../commands/reportsController';
import { DeskModule } from '../desk/deskModule';
import { EntriesController } from '../entries/entriesController';
import { FactsController } from '../facts/factsController';
import { GoLivesController } from '../goLives/goLivesController';
import { FiguresController } from '../figures/figuresController';
import { HealthController } from '../health/healthController';
import { AnswerInterceptor } from '../http/answerInterceptor';
import { MilepostAfter } from '../http/milepostAfter';
import { ProblemFilter } from '../http/problemFilter';
import { RouteCatalogue } from '../http/routeCatalogue';
import { ValidRequest } from '../http/validRequest';
import { ImportsController } from '../imports/importsController';
import { CompareController } from '../movement/compareController';
import { MovementController } from '../movement/movementController';
import { PositionsController } from '../positions/positionsController';
import { RebuildsController } from '../rebuilds/rebuildsController';
import { ReplayController } from '../replay/replayController';
import { OverdueController } from '../returns/overdueController';
import { ReturnsController } from '../returns/returnsController';
import { OpenApiController } from '../openapi/openApiController';
import { ProblemsController } from '../problems/problemsController';
import { StandardMetrics } from '../standards/standardMetrics';
import { StandardsController } from '../standards/standardsController';
import { StandingController } from '../standards/standingController';
import { StatementsController } from '../statements/statementsController';
import { TargetsController } from '../targets/targetsController';
import { LinksController } from '../tokens/linksController';
import { TokensController } from '../tokens/tokensController';
import { TrustsController } from '../trusts/trustsController';
import { LedgerPartsModule } from './ledgerParts';
import type { LedgerParts } from './ledgerParts';
import { COMMAND_HANDLERS, QUERY_HANDLERS } from './messages';

/** The application of one ledger: HTTP interface and pages. */
@Module({})
export class LedgerModule {
  static of(parts: LedgerParts): DynamicModule {
    const shared = LedgerPartsModule.of(parts);
    return {
      module: LedgerModule,
      imports: [
        CqrsModule.forRoot(),
        DiscoveryModule,
        shared,
        DashboardModule.register([shared, DeskModule.of([shared])]),
      ],
      controllers: [
        HealthController,
        TrustsController,
        AssessmentChangeController,
        ReportsController,
        FactsController,
        MarksController,
        FiguresController,
        GoLivesController,
        MovementController,
        CompareController,
        ReplayController,
        EntriesController,
        RawEntriesController,
        CatalogueController,
        StandardsController,
        StandingController,
        StatementsController,
        TargetsController,
        PositionsController,
        LinksController,
        TokensController,
        ImportsController,
        ReturnsController,
        OverdueController,
        RebuildsController,
        ProblemsController,
        OpenApiController,
      ],
      providers: [
        ...COMMAND_HANDLERS,
        ...QUERY_HANDLERS,
        FactPlaces,
        StandardMetrics,
        RouteCatalogue,
        { provide: APP_FILTER, useClass: ProblemFilter },
        // First who may, then when: nobody waits for what is not theirs to see.
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: MilepostAfter },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_PIPE, useClass: ValidRequest },
      ],
    };
  }
}
