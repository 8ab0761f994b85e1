import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDay } from '@milepost/domain';
import { openLedgerReader } from '@milepost/ledger';
import type { LedgerReader } from '@milepost/ledger';
import type { Moment } from '@milepost/views';
import { buildViews, rebuildViews, ViewsReader } from '@milepost/views';
import { generatedLedger } from '../generator/generatedLedger';
import { quantile } from './quantile';
import { randomMoments } from './randomMoments';
import type { Row } from './row';

const TRUSTS = 250;
const PAGE = 1_000;
const SIZES = [10_000, 100_000, 1_000_000];
const FIGURES = 1_000;
const SERIES = 50;

/** Rebuilding all views, and what a question costs as history grows a hundredfold. */
export function viewRows(): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-bench-views-'));
  try {
    const [first, ...rest] = SIZES.map((events) => measured(join(folder, String(events)), events));
    if (!first) return [];
    const rows = [first, ...rest].flatMap(({ rebuild, bytes, series }) => [rebuild, bytes, series]);
    for (const one of rest) {
      for (const [share, name] of [
        [0.5, 'p50'],
        [0.99, 'p99'],
      ] as const) {
        const value = quantile(one.figures, share);
        const baseline = quantile(first.figures, share);
        const what = `a figure at a random moment, ${name}, at ${inWords(one.events)} events`;
        rows.push(row(what, value, 'ms', baseline, `at ${inWords(first.events)}`));
      }
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly events: number;
  readonly rebuild: Row;
  readonly bytes: Row;
  readonly series: Row;
  /** Milliseconds of each figure asked for. */
  readonly figures: readonly number[];
}

function measured(folder: string, events: number): Measured {
  const file = `${folder}.sqlite`;
  generatedLedger(file, { seed: 1, trusts: TRUSTS, events });
  const ledger = openLedgerReader(file);
  rebuildViews(ledger, folder);
  const views = new ViewsReader(folder, ledger);
  const size = inWords(events);
  try {
    return {
      events,
      rebuild: rebuilding(ledger, folder, events),
      bytes: row(
        `bytes of all views an event, at ${size}`,
        viewsBytes(folder) / events,
        'bytes',
        statSync(file).size / events,
        'the ledger file',
      ),
      series: seriesRow(views, events),
      figures: momentsOf(events, FIGURES).map((moment) =>
        millisecondsOf(() => views.figure(moment, 'epr-live', undefined)),
      ),
    };
  } finally {
    views.close();
    ledger.close();
  }
}

/** The second of two builds, beside reading the same entries and parsing their data and metadata. */
function rebuilding(ledger: LedgerReader, folder: string, events: number): Row {
  buildViews(ledger, folder);
  const taken = millisecondsOf(() => buildViews(ledger, folder));
  const read = millisecondsOf(() => {
    for (let from = 0; from < events; from += PAGE) {
      for (const [, , , , , , data, metadata] of ledger.scan(from, PAGE)) {
        if (data !== null) JSON.parse(data);
        if (metadata !== null) JSON.parse(metadata);
      }
    }
  });
  const what = `rebuild of all views, ${inWords(events)} events`;
  const rebuilt = row(
    what,
    (events / taken) * 1_000,
    'events/s',
    (events / read) * 1_000,
    'reading the ledger and JSON.parse',
  );
  return events === Math.max(...SIZES) ? { ...rebuilt, aim: '>= 60,000 events/s' } : rebuilt;
}

/** Ten years by month in one question, beside the same points asked for one by one. */
function seriesRow(views: ViewsReader, events: number): Row {
  const [together, apart]: [number[], number[]] = [[], []];
  const [from, to] = [parseDay('2015-01-01') ?? 0, parseDay('2024-12-31') ?? 0];
  for (const moment of momentsOf(events, SERIES)) {
    let days: readonly number[] = [];
    together.push(
      millisecondsOf(() => {
        days = views.series(moment, 'epr-live', from, to, 'month').map(({ day }) => day);
      }),
    );
    apart.push(millisecondsOf(() => days.forEach((asOf) => views.figure({ ...moment, asOf }, 'epr-live', undefined))));
  }
  const what = `120 months of a figure, ${inWords(events)} events, p50`;
  return row(what, quantile(together, 0.5), 'ms', quantile(apart, 0.5), 'the same points one by one');
}

function momentsOf(events: number, count: number): Moment[] {
  return randomMoments(events, count).map(({ day, size }) => ({ asOf: day, size, publicBy: undefined }));
}

/** The views in use; what other builds left beside them does not count. */
function viewsBytes(folder: string): number {
  return statSync(join(folder, readFileSync(join(folder, 'views.current'), 'utf8').trim())).size;
}

function inWords(events: number): string {
  return new Intl.NumberFormat('en-GB').format(events);
}

function row(name: string, value: number, unit: string, baseline: number, baselineName: string): Row {
  return { name, value, unit, baseline, baselineName, ratio: value / baseline };
}

function millisecondsOf(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
