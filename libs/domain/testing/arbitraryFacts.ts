import * as fc from 'fast-check';
import type { FactType } from '../events/factSchemas';
import type { FactVersion } from '../facts/factVersion';
import { EPR_STATES } from '../events/eprLifeCycle';
import type { Day } from '../time/day';
import { formatDay } from '../time/day';
import { plannedWindow } from '../time/plannedWindow';
import type { Window } from '../time/window';

/** Random facts of one trust, on few days and with few values, so that windows overlap and values repeat. */

const FIRST = 20_000;
const DAYS = 24;

const anyDay = fc.integer({ min: FIRST, max: FIRST + DAYS });

/** Windows as the fixed formats give them: a day, a range, no first day, neither first nor last. */
export const windows: fc.Arbitrary<Window> = fc.oneof(
  { weight: 4, arbitrary: anyDay.map((day) => ({ earliest: day, latest: day })) },
  {
    weight: 4,
    arbitrary: fc.tuple(anyDay, fc.nat({ max: 10 })).map(([day, length]) => ({ earliest: day, latest: day + length })),
  },
  { weight: 1, arbitrary: anyDay.map((day) => ({ earliest: -Infinity, latest: day })) },
  { weight: 1, arbitrary: fc.constant({ earliest: -Infinity, latest: Infinity }) },
);

type Content = Pick<FactVersion, 'type' | 'data'>;
const content = (type: FactType, data: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<Content> =>
  data.map((members) => ({ type, data: members }));

const deployment = fc.constantFrom('a', 'b');
const extent = fc.constantFrom({}, { extent: 'partial' }, { extent: 'full' });
const bare = (type: FactType): fc.Arbitrary<Content> => content(type, fc.record({ deployment }));

/** Planned for a day or by one, often before the plan was made; or for no day that is known. */
const plannedDates = fc.oneof(
  anyDay.map((day) => ({ plannedFor: formatDay(day), plannedPrecision: 'day' })),
  anyDay.map((day) => ({ plannedBy: formatDay(day), plannedPrecision: 'on_or_before' })),
  fc.constant({ plannedPrecision: 'unknown' }),
);

const eprContent: fc.Arbitrary<Content> = fc.oneof(
  content(
    'EprBusinessCaseApproved.v1',
    fc.record({ deployment, stage: fc.constantFrom('strategic_outline', 'outline', 'full') }),
  ),
  content('EprContractAwarded.v1', fc.record({ deployment, stage: fc.constantFrom('announced', 'awarded') })),
  bare('EprProcurementStarted.v1'),
  bare('EprContractSigned.v1'),
  bare('EprContractExpired.v1'),
  bare('EprImplementationStarted.v1'),
  content(
    'EprWentLive.v1',
    fc.tuple(deployment, extent).map(([name, more]) => ({ deployment: name, ...more })),
  ),
  bare('EprUseSuspended.v1'),
  content(
    'EprUseResumed.v1',
    fc.tuple(deployment, extent).map(([name, more]) => ({ deployment: name, ...more })),
  ),
  bare('EprWithdrawn.v1'),
  content('EprStateReported.v1', fc.record({ deployment, state: fc.constantFrom(...EPR_STATES) })),
  content('EprStateReported.v1', fc.record({ state: fc.constantFrom(...EPR_STATES) })),
  bare('EprPlanPublished.v1'),
  content(
    'EprGoLivePlanned.v1',
    fc.tuple(deployment, plannedDates).map(([name, dates]) => ({ deployment: name, ...dates })),
  ),
  content(
    'EprGoLivePostponed.v1',
    fc.tuple(deployment, fc.option(plannedDates)).map(([name, dates]) => ({ deployment: name, ...dates })),
  ),
);

const icb = fc.constantFrom('QHM', 'QMJ');
const registerContent: fc.Arbitrary<Content> = fc.oneof(
  content(
    'TrustRegistered.v1',
    fc.record({ name: fc.constantFrom('x', 'y'), country: fc.constantFrom('England', 'Wales') }),
  ),
  content('TrustClosed.v1', fc.constant({})),
  content('TrustRenamed.v1', fc.record({ name: fc.constantFrom('x', 'y') })),
  content('TrustMoved.v1', fc.record({ toIcb: icb, toRegion: fc.constantFrom('Y56', 'Y63') })),
  content('TrustTypeChanged.v1', fc.record({ type: fc.constantFrom('acute', 'community') })),
  content(
    'TrustObserved.v1',
    fc.record(
      {
        name: fc.constantFrom('x', 'z'),
        icb,
        region: fc.constantFrom('Y56', 'Y63'),
        type: fc.constantFrom('acute', 'community'),
      },
      { requiredKeys: [] },
    ),
  ),
);

const numbered = (contents: readonly (readonly [Content, Window])[]): FactVersion[] =>
  contents.map(([{ type, data }, window], sequence) => ({
    sequence,
    fact: String(sequence),
    type,
    window,
    publicOn: FIRST + 2 * DAYS,
    data,
  }));

/** Up to eight facts of one trust, of the EPR and of the register, numbered in the order in which they were recorded. */
export const trustFacts: fc.Arbitrary<FactVersion[]> = fc
  .array(fc.tuple(fc.oneof({ weight: 3, arbitrary: eprContent }, { weight: 2, arbitrary: registerContent }), windows), {
    maxLength: 8,
  })
  .map(numbered);

/** The days on which something can change in these facts, and the days before those. */
export function daysAround(facts: readonly FactVersion[]): Day[] {
  const planned = facts.flatMap(({ data }) => plannedWindow(data)?.latest ?? []).map((day) => day + 1);
  const ends = facts.flatMap(({ window }) => [window.earliest, window.latest, window.latest + 1]).concat(planned);
  return [...new Set([FIRST - 1, ...ends.filter(Number.isFinite).flatMap((day) => [day - 1, day])])];
}
