import type { Day } from '@milepost/domain';
import type { AskedMoment, LedgerContext, Moment, ResolvedMoment, ViewQuestions } from '@milepost/views';
import type { Session } from '../desk';
import type { PagesData } from '../pagesData';
import type { PageLink } from './pageLink';
import type { Query } from './readQuery';

/** One reader's look at one page at one moment: all that a page is made from. */
export interface Visit {
  readonly context: LedgerContext;
  readonly data: PagesData;
  /** Who looks, where they are signed in. */
  readonly session: Session | undefined;
  readonly questions: ViewQuestions;
  /** The moment as the address says it; `asOf` is always said, since a page without it redirects. */
  readonly asked: AskedMoment;
  readonly resolved: ResolvedMoment;
  readonly moment: Moment;
  readonly today: Day;
  readonly now: number;
  /** The page's own parameters, without the moment's. */
  readonly query: Query;
  /** The page's path below the base path. */
  readonly path: string;
  readonly link: PageLink;
}
