import { formatDay } from '@milepost/domain';
import type { LedgerContext } from '@milepost/views';
import type { AssetSet, Script } from '../http/assetSet';
import { currentOf } from '../visit/currentOf';
import { pageLink } from '../visit/pageLink';
import type { PageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { freshnessInWords } from './freshnessInWords';
import type { FreshnessInWords } from './freshnessInWords';
import { liveFrame } from './liveFrame';
import type { LiveFrame } from './liveFrame';
import { momentForm } from './momentForm';
import type { MomentForm } from './momentForm';
import { momentInWords } from './momentInWords';
import type { MomentInWords } from './momentInWords';
import { personInFrame } from './personInFrame';
import type { PersonInFrame } from './personInFrame';
import { startupInWords } from './startupInWords';
import type { StartupInWords } from './startupInWords';

/** What stands around every page. */
export interface Frame {
  readonly stylesheet: string;
  readonly icon: string;
  /** Addresses of the scripts, each for the pages that need it. */
  readonly scripts: Readonly<Record<Script, string>>;
  readonly home: string;
  readonly navigation: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  readonly demonstration: boolean;
  readonly attributed: boolean;
  readonly startup: StartupInWords | undefined;
  /** Absent on a page that was made for nobody in particular. */
  readonly person?: PersonInFrame;
  /** Absent on a page that shows no position. */
  readonly moment?: MomentInWords & {
    readonly form: MomentForm;
    /** The same page today with everything recorded here, where it is not that already. */
    readonly today: string | undefined;
    readonly nothingYet: { readonly href: string } | undefined;
  };
  readonly freshness?: FreshnessInWords;
  /** Absent where nothing that is recorded later can change the page. */
  readonly live?: LiveFrame | undefined;
}

/** The frame of a page without a moment: an error, a start not yet over. */
export function bareFrame(context: LedgerContext, assets: AssetSet, path: string, link?: PageLink): Frame {
  const { basePath, kind } = context;
  const to = link ?? pageLink(basePath, {});
  const entry = (text: string, door: string) => ({
    text,
    href: to(door),
    current: path.split('/')[1] === door.slice(1),
  });
  return {
    stylesheet: `${basePath}/assets/${assets.stylesheet.name}`,
    icon: `${basePath}/assets/${assets.icon.name}`,
    scripts: {
      live: `${basePath}/assets/${assets.scripts.live.name}`,
      search: `${basePath}/assets/${assets.scripts.search.name}`,
    },
    home: link === undefined ? `${basePath}/` : to('/'),
    navigation: [
      entry('Trusts', '/trusts'),
      entry('Targets', '/targets'),
      entry('Standards', '/standards'),
      entry('Go-lives', '/late'),
      entry('Public claims', '/statements'),
      entry('Audit trail', '/audit'),
    ],
    demonstration: kind === 'demonstration',
    attributed: kind === 'public-record',
    startup: startupInWords(currentOf(context.startup)),
  };
}

/** The frame of a page at a moment. */
export function frameOf(visit: Visit, assets: AssetSet): Frame {
  const { context, asked, moment, today, resolved, now, path } = visit;
  const words = momentInWords(moment, asked, today);
  return {
    ...bareFrame(context, assets, path, visit.link),
    person: personInFrame(context.basePath, visit.session, hereOf(visit)),
    moment: {
      ...words,
      form: momentForm(visit),
      today: words.mark === undefined ? undefined : todayOf(visit),
      nothingYet: moment.size === 0 ? { href: publicInstead(visit) } : undefined,
    },
    live: liveFrame(visit),
    freshness: freshnessInWords(context.watch, now, resolved.final && asked.recordedBy !== undefined),
  };
}

/** The page's address below the base path. */
function hereOf({ context, link, path, query }: Visit): string {
  return link(path, query).slice(context.basePath.length);
}

function todayOf({ context, path, query, today }: Visit): string {
  return pageLink(context.basePath, { asOf: formatDay(today) })(path, query);
}

/** What was known by then can still be asked along what had been made public. */
function publicInstead({ context, path, query, moment }: Visit): string {
  const day = formatDay(moment.asOf);
  return pageLink(context.basePath, { asOf: day, publicBy: day })(path, query);
}
