import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Doorkeeper, SessionCookie, SignInDesk, TokenDesk, TokenRegister, TokenVerifier } from '@milepost/access';
import { PagesData } from '@milepost/dashboard';
import type { Logger } from '@milepost/platform';
import type { ImportStore } from '@milepost/public-record';
import { LedgerContext } from '@milepost/views';
import { PUBLIC_ORIGIN } from '../desk/publicOrigin';
import { Readiness } from '../health/readiness';
import { SERVER_LOGGER } from '../http/serverLogger';
import { IMPORT_STORE } from '../imports/importStore';
import { Rebuilds } from '../rebuilds/rebuilds';
import { WritingAllowed } from '../recording/writingAllowed';
import { Recorder } from '../recording/recorder';

/** Everything that one ledger's application is made of, made outside of it, so that nothing in it can reach another ledger. */
export interface LedgerParts {
  readonly context: LedgerContext;
  readonly readiness: Readiness;
  readonly recorder: Recorder;
  readonly writing: WritingAllowed;
  readonly importStore: ImportStore;
  readonly rebuilds: Rebuilds;
  readonly doorkeeper: Doorkeeper;
  readonly sessionCookie: SessionCookie;
  readonly signInDesk: SignInDesk;
  /** Where people reach this server, where the configuration says it. */
  readonly origin: string | undefined;
  readonly tokenDesk: TokenDesk;
  readonly tokenRegister: TokenRegister;
  readonly tokenVerifier: TokenVerifier;
  readonly pagesData: PagesData;
  readonly logger: Logger;
}

@Module({})
export class LedgerPartsModule {
  static of(parts: LedgerParts): DynamicModule {
    const providers = [
      { provide: LedgerContext, useValue: parts.context },
      { provide: Readiness, useValue: parts.readiness },
      { provide: Recorder, useValue: parts.recorder },
      { provide: WritingAllowed, useValue: parts.writing },
      { provide: IMPORT_STORE, useValue: parts.importStore },
      { provide: Rebuilds, useValue: parts.rebuilds },
      { provide: Doorkeeper, useValue: parts.doorkeeper },
      { provide: SessionCookie, useValue: parts.sessionCookie },
      { provide: SignInDesk, useValue: parts.signInDesk },
      { provide: PUBLIC_ORIGIN, useValue: parts.origin },
      { provide: TokenDesk, useValue: parts.tokenDesk },
      { provide: TokenRegister, useValue: parts.tokenRegister },
      { provide: TokenVerifier, useValue: parts.tokenVerifier },
      { provide: PagesData, useValue: parts.pagesData },
      { provide: SERVER_LOGGER, useValue: parts.logger },
    ];
    return { module: LedgerPartsModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
