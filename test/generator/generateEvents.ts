import type { Json, StoredEvent } from '@milepost/event-store';
import { Random } from '../../libs/views/testing/random';
import { factAbout } from './facts';
import type { ProgrammeSize, RecentFact, Trust } from './programme';
import { dayText, daysBefore, FIRST_DAY, inventTrust, LAST_DAY, uuid } from './programme';

type Members = Readonly<Record<string, unknown>>;

/** Of what may be said again: only the last few facts of a trust. */
const REMEMBERED = 24;

/** An event before it has its place. */
interface Draft {
  readonly subject: string;
  readonly type: string;
  readonly data: Members;
  readonly public?: { readonly on: string; readonly how: string };
  readonly id?: string;
}

/**
 * A programme of invented trusts, event after event in the order of the log: register, lists, assessments, returns,
 * plans, life cycles, with late arrivals, facts announced ahead, corrections, retractions, reinstatements and disputes.
 * The same seed, trusts and events give the same bytes.
 */
export function* generateEvents(size: ProgrammeSize, ledger = 'generated'): Generator<StoredEvent> {
  const random = new Random(size.seed);
  const revisions = new Map<string, bigint>();
  let n = 0;
  const instantOf = (at: number): number => FIRST_DAY + Math.floor(((LAST_DAY - FIRST_DAY) * at) / size.events);
  const place = (draft: Draft): StoredEvent => {
    const stream = `${ledger}.${draft.subject}`;
    const revision = (revisions.get(stream) ?? -1n) + 1n;
    revisions.set(stream, revision);
    const recorded = instantOf(n);
    n += 1;
    return {
      id: draft.id ?? uuid(random),
      stream,
      revision,
      type: `${draft.type}.v1`,
      position: { commit: BigInt(n) * 512n, prepare: BigInt(n) * 512n },
      created: recorded,
      data: draft.data as Json,
      metadata: metadataOf(random, recorded, draft),
    };
  };
  yield place(opening(random, ledger));
  const trusts = Array.from({ length: size.trusts }, (_, at) => inventTrust(random, at));
  for (const trust of trusts) if (n < size.events) yield place(registration(random, trust));
  while (n < size.events) yield place(next(random, random.pick(trusts), instantOf(n)));
}

function opening(random: Random, ledger: string): Draft {
  const logOrigin = `milepost/${uuid(random).replaceAll('-', '')}/${ledger}`;
  const data = { epoch: 1, kind: 'demonstration', logOrigin, timeZone: 'Europe/London' };
  return { subject: 'log-ledger', type: 'LedgerOpened', data };
}

function registration(random: Random, { ods }: Trust): Draft {
  const on = dayText(daysBefore(FIRST_DAY, random.int(0, 3000)));
  const data = {
    name: `Invented Trust ${ods}`,
    kind: 'nhs_trust',
    country: 'England',
    occurredOn: on,
    precision: 'day',
  };
  return { subject: `trust-${ods}`, type: 'TrustRegistered', data, public: { on, how: 'effective' } };
}

function next(random: Random, trust: Trust, now: number): Draft {
  const fact = trust.recent.length > 0 && random.chance(0.07) ? random.pick(trust.recent) : undefined;
  const mark = fact && markOn(random, trust, fact, now);
  return mark ?? newFact(random, trust, now);
}

/** Mostly of the last weeks; some arrive months late, one in a hundred up to two years; a few are announced ahead. */
function newFact(random: Random, trust: Trust, now: number): Draft {
  const days = random.weighted([
    [90, random.int(0, 30)],
    [6, random.int(31, 180)],
    [1, random.int(181, 700)],
    [3, -random.int(1, 200)],
  ]);
  const { type, data } = factAbout(random, trust, daysBefore(now, days));
  const id = uuid(random);
  trust.recent.push({ id, type: `${type}.v1`, data, retractedBy: undefined });
  if (trust.recent.length > REMEMBERED) trust.recent.shift();
  const behind = random.chance(0.05) ? random.int(1, 60) : 0;
  return { ...{ id, type, data }, subject: `trust-${trust.ods}`, public: reported(daysBefore(now, behind)) };
}

function markOn(random: Random, trust: Trust, fact: RecentFact, now: number): Draft | undefined {
  const at = { subject: `trust-${trust.ods}`, public: reported(now) };
  if (fact.retractedBy !== undefined) {
    const replaces = fact.retractedBy;
    fact.retractedBy = undefined;
    return { ...at, type: 'FactReinstated', data: { fact: fact.id, replaces, reason: 'It was right.' } };
  }
  const kind = random.weighted([
    [65, 'corrected'] as const,
    [12, 'retracted'] as const,
    [12, 'disputed'] as const,
    [11, 'evidence'] as const,
  ]);
  if (kind === 'disputed')
    return { ...at, type: 'FactDisputed', data: { fact: fact.id, grounds: 'The trust says otherwise.' } };
  if (kind === 'evidence') return { ...at, type: 'EvidenceAttached', data: { fact: fact.id } };
  const id = uuid(random);
  if (kind === 'retracted') {
    fact.retractedBy = id;
    return { ...at, id, type: 'FactRetracted', data: { fact: fact.id, replaces: fact.id, reason: 'Entered twice.' } };
  }
  const corrects = { fact: fact.id, replaces: fact.id, type: fact.type, reason: 'Read again.' };
  return { ...at, id, type: 'FactCorrected', data: { ...fact.data, note: 'As published.', corrects } };
}

const reported = (instant: number) => ({ on: dayText(instant), how: 'reported' });

function metadataOf(random: Random, recorded: number, { public: told, type }: Draft): Json {
  const id = random.pick(['f0a1', 'c2d3', '7e5b', '19aa']);
  return {
    actor: { id: `${id}0000-0000-4000-8000-000000000000`, role: type === 'LedgerOpened' ? 'system' : 'reporter' },
    origin: 'generated',
    recordedAt: new Date(recorded).toISOString(),
    ...(told && { public: told }),
  };
}
