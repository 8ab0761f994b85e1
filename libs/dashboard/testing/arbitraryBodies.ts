import { CARE_SETTINGS, factSchemas } from '@milepost/domain';
import type { FactType } from '@milepost/domain';
import * as fc from 'fast-check';
import type { EventData } from '../format/eventMembers';

/** Random data of facts that their schemas take, as far as people can type them: texts without white space around them. */

type Data = fc.Arbitrary<EventData>;

export const text: fc.Arbitrary<string> = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((typed) => typed.replace(/\r\n?/g, '\n').trim())
  .filter((typed) => typed !== '');
const line = text.map((typed) => typed.replace(/\s+/g, ' ')).filter((typed) => typed.trim() === typed && typed !== '');

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const dayNumber = fc.integer({ min: 1, max: 40_000 });
const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const year = fc.integer({ min: 0, max: 9999 }).map((value) => pad(value, 4));
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${pad(m, 2)}`);
const quarter = fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`);
const aDay = dayNumber.map(dayText);

/** The members of a date, by every precision. */
const dated = (on: string, by: string, precision: string): Data =>
  fc.oneof(
    fc.tuple(fc.constantFrom('day', 'approximate_day'), aDay).map(([how, day]) => ({ [on]: day, [precision]: how })),
    month.map((period) => ({ [on]: period, [precision]: 'month' })),
    quarter.map((period) => ({ [on]: period, [precision]: 'quarter' })),
    year.map((period) => ({ [on]: period, [precision]: 'year' })),
    fc
      .tuple(dayNumber, fc.integer({ min: 1, max: 900 }))
      .map(([day, more]) => ({ [on]: dayText(day), [by]: dayText(day + more), [precision]: 'between' })),
    aDay.map((day) => ({ [by]: day, [precision]: 'on_or_before' })),
    fc.constant({ [precision]: 'unknown' }),
  );

const source: Data = fc
  .tuple(
    fc.record({ publisher: line, kind: fc.constantFrom('primary', 'press', 'copy') }),
    fc.record(
      { title: line, date: fc.oneof(aDay, month, quarter, year), copies: line, url: fc.webUrl() },
      { requiredKeys: [] },
    ),
  )
  .map(([named, { url, ...more }]) => ({
    ...named,
    ...more,
    ...(named.kind === 'copy' || url === undefined ? {} : { url }),
  }));

const shared = fc.record({ source, note: text }, { requiredKeys: [] });
const eprMembers = fc.record(
  {
    product: line,
    supplier: line,
    productSupplier: line,
    replaces: line,
    careSettings: fc.subarray([...CARE_SETTINGS], { minLength: 1 }),
    sites: fc.array(line, { minLength: 1, maxLength: 4 }),
    modules: fc.array(line, { minLength: 1, maxLength: 4 }),
    detail: text,
    reason: text,
  },
  { requiredKeys: [] },
);
const scores = (ids: readonly string[], score: fc.Arbitrary<number>): Data =>
  fc
    .uniqueArray(fc.constantFrom(...ids), { minLength: 1 })
    .chain((chosen) => fc.tuple(...chosen.map((id) => score.map((value) => [id, value] as const))))
    .map((entries) => ({ scores: Object.fromEntries(entries) }));
const capability = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(_[a-z0-9]{1,8}){0,2}$/);
const status = fc.constantFrom('completed', 'in_progress', 'not_started');

const merged = (...parts: readonly Data[]): Data =>
  fc.tuple(...parts).map((members) => Object.assign({}, ...members) as EventData);
/** Every value that the schema of a member names. */
const oneOf = (type: FactType, member: string): Data => {
  const { anyOf } = (
    factSchemas[type].properties as unknown as Record<string, { anyOf: readonly { const: string }[] }>
  )[member] ?? {
    anyOf: [],
  };
  return fc.constantFrom(...anyOf.map((value) => ({ [member]: value.const })));
};
const maybe = (data: Data): Data => fc.option(data, { nil: {} });
const pounds: Data = fc
  .double({ min: 0, noNaN: true, noDefaultInfinity: true })
  .map((value) => ({ valueGbpMillions: Math.abs(value) }));

const OWN: Readonly<Partial<Record<FactType, readonly Data[]>>> = {
  'EprBusinessCaseApproved.v1': [oneOf('EprBusinessCaseApproved.v1', 'stage')],
  'EprContractAwarded.v1': [oneOf('EprContractAwarded.v1', 'stage'), maybe(pounds)],
  'EprContractSigned.v1': [maybe(pounds)],
  'EprGoLivePlanned.v1': [dated('plannedFor', 'plannedBy', 'plannedPrecision')],
  'EprGoLivePostponed.v1': [maybe(dated('plannedFor', 'plannedBy', 'plannedPrecision'))],
  'EprWentLive.v1': [maybe(oneOf('EprWentLive.v1', 'extent'))],
  'EprUseResumed.v1': [maybe(oneOf('EprUseResumed.v1', 'extent'))],
  'EprStateReported.v1': [
    oneOf('EprStateReported.v1', 'state'),
    fc.record({ return: line, reportedBy: line }, { requiredKeys: [] }),
  ],
  'EprProgrammeRated.v1': [
    oneOf('EprProgrammeRated.v1', 'rating'),
    maybe(oneOf('EprProgrammeRated.v1', 'rating').map(({ rating }) => ({ previousRating: rating }))),
    maybe(fc.record({ ratedBy: line })),
  ],
  'IncidentReported.v1': [fc.constant({ severity: 'critical' })],
};
const OPTIONAL_DEPLOYMENT: ReadonlySet<FactType> = new Set<FactType>(['EprStateReported.v1', 'IncidentReported.v1']);

/** Data of a fact that has a form, without what a report's form says by itself; `fixed` is that. */
export function arbitraryData(type: FactType, fixed: EventData): Data {
  const occurred = dated('occurredOn', 'occurredBy', 'precision');
  if (type === 'CapabilityAssessed.v1') return merged(fc.constant(fixed), occurred, shared, assessment(fixed));
  const deployment: Data = fc.record({ deployment: slug });
  const named = OPTIONAL_DEPLOYMENT.has(type) ? maybe(deployment) : deployment;
  return merged(named, occurred, shared, eprMembers, ...(OWN[type] ?? []));
}

function assessment({ framework }: EventData): Data {
  const measured =
    framework === 'DCF'
      ? fc
          .dictionary(capability, status, { minKeys: 1, maxKeys: 5, noNullPrototype: true })
          .map((statuses) => ({ scores: {}, statuses }))
      : framework === 'EMRAM'
        ? scores(['stage'], fc.integer({ min: 0, max: 7 }))
        : scores(['overall_comparable', 'well_led', 'safe_practice'], fc.double({ min: 1, max: 5, noNaN: true }));
  const version: Data =
    framework === 'DMA'
      ? fc.constant({})
      : framework === 'EMRAM'
        ? year.map((frameworkVersion) => ({ frameworkVersion }))
        : fc.stringMatching(/^[A-Za-z0-9.]{1,20}$/).map((frameworkVersion) => ({ frameworkVersion }));
  return merged(
    measured,
    version,
    oneOf('CapabilityAssessed.v1', 'assurance'),
    fc.constantFrom(...CARE_SETTINGS).map((careSetting) => ({ careSetting })),
    maybe(fc.record({ signedOffBy: line })),
  );
}

export { aDay };
