import type { IncomingHttpHeaders } from 'node:http';
import type { Doorkeeper } from '@milepost/access';
import { PagesData } from '@milepost/dashboard';
import type { ImportReport as PagesReport } from '@milepost/dashboard';
import type { ImportReport } from '@milepost/public-record';

/** So many refusals are shown on a page; the report of an import of one's own has them all. */
const MOST_REFUSALS = 100;

/** What the pages show beside the views' answers. */
export class ServerPagesData extends PagesData {
  readonly apiDocument = '/openapi.json';
  private report: PagesReport | undefined;

  constructor(private readonly doorkeeper: Doorkeeper) {
    super();
  }

  imported({ finishedAt, files, refusals }: ImportReport): void {
    this.report = {
      finishedAt,
      files,
      refusals: refusals
        .slice(0, MOST_REFUSALS)
        .map(({ file, line, column, reason }) => ({ file, line, column, reason })),
    };
  }

  importReport(): PagesReport | undefined {
    return this.report;
  }

  async admit(headers: IncomingHttpHeaders): Promise<void> {
    await this.doorkeeper.admit(headers, 'read');
  }
}
