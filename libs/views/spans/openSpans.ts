import type { Day, Segment, Verdict } from '@milepost/domain';
import { lastAtOrBefore } from './lastAtOrBefore';
import type { ClosedSpan, DayRange, OpenSpan } from './span';

const sameVerdict = (a: Verdict, b: Verdict): boolean => a.level === b.level && a.why === b.why;
const from = (span: OpenSpan): number => span.from;

/**
 * What one rule says of one subject on every day, as known now: spans that tile all days, the first from `-Infinity`.
 * No two neighbours agree in level, why and since, so the same history gives the same spans, however it came in.
 */
export class OpenSpans {
  /** The first day of the earliest span that is not as it was given; `Infinity` while all are. */
  changedFrom: Day = Infinity;

  constructor(readonly spans: OpenSpan[]) {}

  /** Puts newly evaluated segments in place of what held on these days, and gives what was closed by that, in order of days. */
  replace({ from: first, to: past }: DayRange, segments: readonly Segment[], knowledge: number): ClosedSpan[] {
    const closed: ClosedSpan[] = [];
    const begin = lastAtOrBefore(this.spans, first, from);
    if (segments.length === 1 && this.says(begin, past, segments[0] as Segment)) return NOTHING;
    const kept: OpenSpan[] = [];
    let index = begin;
    let next = 0;
    let day = first;
    const old = this.spans[begin] as OpenSpan;
    if (old.from < first) kept.push(old);
    while (day < past) {
      const before = this.spans[index] as OpenSpan;
      const now = segments[next] as Segment;
      const beforeEnds = this.spans[index + 1]?.from ?? Infinity;
      const nowEnds = segments[next + 1]?.from ?? past;
      const to = Math.min(beforeEnds, nowEnds, past);
      if (sameVerdict(before, now)) {
        append(kept, before.from === day ? before : { ...before, from: day });
      } else {
        close(closed, { ...before, from: day, to, until: knowledge });
        append(kept, { from: day, level: now.level, why: now.why, since: knowledge });
      }
      if (beforeEnds <= to) index += 1;
      if (nowEnds <= to) next += 1;
      day = to;
    }
    const rest = this.spans[index];
    if (rest && rest.from < past) {
      append(kept, { ...rest, from: past });
      index += 1;
    }
    if (closed.length > 0) this.changedFrom = Math.min(this.changedFrom, old.from);
    this.spans.splice(begin, index - begin, ...kept);
    return closed;
  }

  /** Whether one span says this on all days up to `past`: then nothing changes, which is the most common case. */
  private says(index: number, past: Day, verdict: Verdict): boolean {
    return (this.spans[index + 1]?.from ?? Infinity) >= past && sameVerdict(this.spans[index] as OpenSpan, verdict);
  }
}

const NOTHING: ClosedSpan[] = [];

function append(spans: OpenSpan[], span: OpenSpan): void {
  const last = spans.at(-1);
  if (!last || last.since !== span.since || !sameVerdict(last, span)) spans.push(span);
}

function close(closed: ClosedSpan[], span: ClosedSpan): void {
  const last = closed.at(-1);
  if (last && last.to === span.from && last.since === span.since && sameVerdict(last, span)) {
    closed[closed.length - 1] = { ...last, to: span.to };
  } else closed.push(span);
}
