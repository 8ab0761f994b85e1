import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { CorrectionBody, EvidenceBody } from '../commands/markBodies';
import { AssessmentBody, MilestoneBody, PlanBody, StateBody, SupportBody } from '../commands/reportBodies';
import { EntriesQuery } from '../entries/entriesQuery';
import { ValidRequest } from '../http/validRequest';
import { ImportQuery } from '../imports/importQuery';
import { TokenBody } from '../tokens/tokenBodies';
import { TrustsQuery } from '../trusts/trustsQuery';
import { schemaOfClass } from './schemaOfClass';

const CASES: readonly [new () => object, readonly unknown[]][] = [
  [
    MilestoneBody,
    [
      { type: 'EprWentLive', deployment: 'rxx-epr', precision: 'day', occurredOn: '2026-01-01' },
      { type: 'EprWentLive', deployment: 'RXX', precision: 'day' },
      { type: 'Other', precision: 'day' },
      { type: 'EprWentLive', precision: 'day', careSettings: ['acute', 'acute'] },
      { type: 'EprWentLive', precision: 'day', careSettings: [] },
      { type: 'EprWentLive', precision: 'day', source: { publisher: 'HSJ', kind: 'press', url: 'not an address' } },
      { type: 'EprWentLive', precision: 'day', source: { publisher: 'HSJ', kind: 'press', extra: 1 } },
      { type: 'EprWentLive', precision: 'day', valueGbpMillions: -1 },
      { type: 'EprWentLive' },
    ],
  ],
  [PlanBody, [{ type: 'EprGoLivePlanned', precision: 'day', plannedFor: '2027', plannedPrecision: 'year' }, {}]],
  [
    StateBody,
    [
      { state: 'live', precision: 'day' },
      { state: 'gone', precision: 'day' },
    ],
  ],
  [AssessmentBody, [{ framework: 'DMA', frameworkVersion: '2025', careSetting: 'acute', scores: {}, assurance: 'x' }]],
  [SupportBody, [{ type: 'SupportAgreed', kind: 'financial', precision: 'day', year: '2025-26' }]],
  [
    CorrectionBody,
    [
      { replaces: 'x', reason: 'r', data: {} },
      { reason: '', data: [] },
    ],
  ],
  [
    EvidenceBody,
    [{ documents: [{ sha256: 'a'.repeat(64), bytes: 1, mediaType: 'application/pdf' }] }, { documents: [] }],
  ],
  [TokenBody, [{ role: 'reporter', trusts: ['RXX'] }, { role: 'king' }, { role: 'reporter', trusts: ['r x'] }]],
  [
    ImportQuery,
    [
      { kind: 'ods', file: 'etr.csv' },
      { kind: 'ods', file: '../etr.csv' },
    ],
  ],
  [EntriesQuery, [{ corrected: 'true' }, { corrected: 'maybe' }, { unknown: '1' }]],
  [TrustsQuery, [{ region: 'Y60' }, { region: 'y60' }, { reported: 'yes' }]],
];

describe('the schema of a class that the edge validates by', () => {
  const ajv = addFormats(new Ajv({ strict: false }));
  const pipe = new ValidRequest();

  it.each(CASES.flatMap(([metatype, values]) => values.map((value) => ({ metatype, name: metatype.name, value }))))(
    'says of $name $value what the edge says',
    async ({ metatype, value }) => {
      const accepted = await pipe.transform(value, { metatype, type: 'body' }).then(
        () => true,
        () => false,
      );
      expect(ajv.validate(schemaOfClass(metatype), value)).toBe(accepted);
    },
  );
});
