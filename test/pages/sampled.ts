import { createHash } from 'node:crypto';

/** Pages that show the ends of what a trust can be, by why they are here. */
const EDGES: ReadonlySet<string> = new Set([
  'RX1', // an EPR suspended
  'RCF', // plans and postponements
  'RHQ', // two systems
  'RGR', // a region's shared programme
  'RA4', // closed, with EPR reports
  'RW6', // closed into two others
  'RM3', // merged
  'RAP', // merged while the programme ran
  'RVJ', // closes after the programme's last day
  'RQF', // in Wales
  'TAF', // a care trust, closed
  'TAH', // a care trust, with EPR reports
  'R0A', // no EPR report
]);

/** One in so many of each kind that has hundreds of pages. */
const ONE_IN: readonly (readonly [form: RegExp, of: number])[] = [
  [/^\/trusts\/[^/?]+$/, 30],
  [/^\/entries\/\d+$/, 120],
  [/^\/statements\/[^/?]+$/, 3],
  [/^\/facts\/[^/?]+\/\w+$/, 120],
  [/^\/trusts\/[^/?]+\/report(\/.*)?$/, 60],
];

/** Whether a page is in the sample that stands for all of its kind: edges always, others by a hash, so that each run sees the same. */
export function sampled(path: string): boolean {
  const [, ods] = /^\/trusts\/([^/?]+)$/.exec(path) ?? [];
  if (ods !== undefined && EDGES.has(ods)) return true;
  const [, of = 1] = ONE_IN.find(([form]) => form.test(path)) ?? [];
  return of === 1 || createHash('sha256').update(path).digest().readUInt32BE(0) % of === 0;
}
