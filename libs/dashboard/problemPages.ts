import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { problemTypePage, problemTypesPage } from './pages/problemTypePages';
import type { ProblemType } from './pages/problemTypePages';
import { Pages } from './visit/pages';

/** The pages behind the types of problems, for whoever keeps their catalogue. */
@Injectable()
export class ProblemPages {
  constructor(private readonly pages: Pages) {}

  /** Sends one type's page. */
  one(request: IncomingMessage, response: ServerResponse, type: ProblemType): Promise<void> {
    const path = type.type.slice(this.pages.context.basePath.length);
    return this.pages.showBare(request, response, problemTypePage(type, this.home), { path });
  }

  /** Sends the list of all. */
  all(request: IncomingMessage, response: ServerResponse, types: readonly ProblemType[]): Promise<void> {
    return this.pages.showBare(request, response, problemTypesPage(types, this.home), { path: '/problems' });
  }

  private get home(): string {
    return `${this.pages.context.basePath}/`;
  }
}
