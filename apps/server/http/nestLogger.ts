import type { LoggerService } from '@nestjs/common';
import type { Logger } from '@milepost/platform';

/** What Nest itself has to say, in our log: its start is of interest to nobody but who debugs it. */
export function nestLogger(logger: Logger): LoggerService {
  return {
    log: (message: unknown) => logger.debug({ nest: message }),
    warn: (message: unknown) => logger.warn({ nest: message }),
    error: (message: unknown) => logger.error({ nest: message }),
    fatal: (message: unknown) => logger.fatal({ nest: message }),
  };
}
