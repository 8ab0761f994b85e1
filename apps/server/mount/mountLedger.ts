import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import type { Mount } from '../http/frontDoor';
import { logRequests } from '../http/logRequests';
import { nestLogger } from '../http/nestLogger';
import { readJsonBody } from '../http/readJsonBody';
import { nameRequest } from '../http/requestContext';
import { securityHeaders } from '../http/securityHeaders';
import { readFileBody } from '../imports/readFileBody';
import { checkHandlers } from './checkHandlers';
import { LedgerModule } from './ledgerModule';
import type { LedgerParts } from './ledgerParts';
import { COMMAND_HANDLERS, COMMANDS, QUERIES, QUERY_HANDLERS } from './messages';

const IMPORTS = '/api/v1/imports';

export interface MountedLedger extends Mount {
  readonly app: NestExpressApplication;
  close(): Promise<void>;
}

/** Makes the application of one ledger; it listens nowhere itself and is handed requests below its base path. */
export async function mountLedger(parts: LedgerParts): Promise<MountedLedger> {
  checkHandlers('command', COMMANDS, COMMAND_HANDLERS);
  checkHandlers('query', QUERIES, QUERY_HANDLERS);
  const server = express();
  server.set('query parser', 'simple').set('strict routing', true).set('case sensitive routing', true);
  server.disable('x-powered-by').disable('etag');
  const app = await NestFactory.create<NestExpressApplication>(LedgerModule.of(parts), new ExpressAdapter(server), {
    bodyParser: false,
    abortOnError: false,
    logger: nestLogger(parts.logger),
  });
  app.use(nameRequest, logRequests(parts.logger), securityHeaders, readJsonBody(readsItself));
  app.use(IMPORTS, readFileBody);
  await app.init();
  return { basePath: parts.context.basePath, handle: server, app, close: () => app.close() };
}

/** Files of an import, and forms: what is not the interface's is read by whoever takes it. */
function readsItself(path: string): boolean {
  return path === IMPORTS || !path.startsWith('/api/');
}
