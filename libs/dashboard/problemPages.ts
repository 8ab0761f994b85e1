import { Injectable } from '@nestjs/common';
import { PAGE_HEADERS } from './http/pageHeaders';
import { problemTypePage, problemTypesPage } from './pages/problemTypePages';
import type { ProblemType } from './pages/problemTypePages';
import { Pages } from './visit/pages';

/** The pages behind the types of problems, drawn for whoever keeps their catalogue. */
@Injectable()
export class ProblemPages {
  /** To be sent with either of them. */
  readonly headers = PAGE_HEADERS;

  constructor(private readonly pages: Pages) {}

  /** HTML of one type's page. */
  one(type: ProblemType): string {
    return this.pages.bare(problemTypePage(type, this.home));
  }

  /** HTML of the list of all. */
  all(types: readonly ProblemType[]): string {
    return this.pages.bare(problemTypesPage(types, this.home));
  }

  private get home(): string {
    return `${this.pages.context.basePath}/`;
  }
}
