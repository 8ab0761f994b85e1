import type { Table } from '../pages/table';
import type { Drawing } from './drawing';

/** A chart as pages hand it to `chart.njk`: what it finds, in words; the same figures as a table; and what is drawn. Plain data. */
export interface Chart {
  /** Unique on its page: a few lower-case words. */
  readonly id: string;
  /** The finding, computed from the figures. */
  readonly title: string;
  /** The text alternative: what is drawn how, and what it shows, for whoever does not see it. */
  readonly description: string;
  /** Lines below the title: how to read it, and what it does not say. */
  readonly notes: readonly string[];
  /** Undefined where a table of the same figures stands beside it. */
  readonly table: Table | undefined;
  /** For a screen of 769 pixels and more; where there is none, the narrow one is shown there too. */
  readonly wide: Drawing | undefined;
  readonly narrow: Drawing;
}
