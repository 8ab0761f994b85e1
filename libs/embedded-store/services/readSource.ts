import { status } from '@grpc/grpc-js';
import type { EventLog } from '../log/eventLog';
import type { StoredEvent } from '../log/page';
import type { ReadPlan, ReadStart } from '../protocol/readPlan';
import { Refusal } from '../protocol/refusal';

/** Pages of events in reading order, read one at a time so that writers come between. */
export type Pages = Generator<readonly StoredEvent[], void>;

/** `$all`, forwards: from the event at the position on, up to what was there when the read began. */
export function* allForwards(log: EventLog, start: ReadStart): Pages {
  const end = log.end;
  for (let after = startBefore(log, start); after < end;) {
    const events = log.pageAfter(after);
    const last = events[events.length - 1];
    if (last === undefined) return;
    yield last.position <= end ? events : events.filter((event) => event.position <= end);
    after = last.position;
  }
}

/** `$all`, backwards: events before the position, the nearest first. */
export function* allBackwards(log: EventLog, start: ReadStart): Pages {
  for (let before = endOf(log, start); ;) {
    const events = log.pageBefore(before);
    const last = events[events.length - 1];
    if (last === undefined) return;
    yield events;
    before = last.position;
  }
}

/** One stream within its `$maxCount`, up to what was there when the read began. The stream exists. */
export function* streamPages(log: EventLog, stream: string, plan: Pick<ReadPlan, 'start' | 'backwards'>): Pages {
  const last = log.lastRevision(stream);
  const first = log.firstRevision(stream);
  if (plan.start === 'end' && !plan.backwards) throw unexpected('Stream', 'there is nothing forwards from the end');
  const asked = plan.start === 'start' ? 0 : plan.start === 'end' ? last : Number(plan.start);
  let revision = plan.backwards ? Math.min(asked, last) : Math.max(asked, first);
  while (revision >= first && revision <= last) {
    const room = plan.backwards ? revision - first + 1 : last - revision + 1;
    const events = log.streamPage(stream, revision, plan.backwards).slice(0, room);
    yield events;
    revision += plan.backwards ? -events.length : events.length;
  }
}

/** Where a reader of `$all` stands that has taken everything up to a commit position, if that is an event's. */
export function standingAt(log: EventLog, commit: bigint): number {
  if (commit > BigInt(log.end)) return log.end;
  const position = Number(commit);
  if (position !== 0 && !log.isEvent(position)) {
    throw new Refusal(
      status.INVALID_ARGUMENT,
      `There is no event at the position ${commit}: subscribe from one that the store has given out.`,
    );
  }
  return position;
}

function startBefore(log: EventLog, start: ReadStart): number {
  if (start === 'start') return 0;
  if (start === 'end' || start > BigInt(log.end)) return log.end;
  const position = Number(start);
  if (position !== 0 && !log.isEvent(position))
    throw unexpected('All', `there is no event at the position ${position}`);
  return position - 1;
}

function endOf(log: EventLog, start: ReadStart): number {
  if (start === 'start') return 0;
  if (start === 'end') return log.end + 1;
  const position = Number(start);
  if (position !== 0 && !log.isEvent(position)) throw unexpected('All', `there is no event at the position ${start}`);
  return position;
}

/** The real server's status for reads that cannot begin, with the reason added. */
export function unexpected(what: 'All' | 'Stream', reason: string): Refusal {
  return new Refusal(status.UNKNOWN, `Unexpected Read${what}Result: Error (${reason}).`);
}
