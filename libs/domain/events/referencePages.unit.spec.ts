import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FRAMEWORKS } from '../assessments/frameworks';
import { REJECTION_RULES } from '../deciding/rejectionRules';
import { levelRules } from '../rules/levelRules';
import { PRECISIONS } from '../time/precision';
import { eventSchemas, FACT_CORRECTED } from './eventSchemas';
import { factSchemas } from './factSchemas';

const root = join(__dirname, '..', '..', '..');
const page = (name: string): string => readFileSync(join(root, 'docs', 'reference', name), 'utf8');

/** In working streams, which no ledger holds and the page of events leaves out. */
const WORKING = ['TokenHashKept.v1', 'ImportCompleted.v1', 'ClocksCompared.v1'];
const COMMON = ['precision', 'occurredOn', 'occurredBy', 'source', 'inferred', 'note'];

it('the page of events names every type', () => {
  const text = page('events.md');
  const types = [...Object.keys(eventSchemas), FACT_CORRECTED].filter((type) => !WORKING.includes(type));
  expect(types.filter((type) => !text.includes(`\`${type.replace('.v1', '')}\``))).toEqual([]);
});

it('the page of events names every member that facts about trusts have of their own', () => {
  const text = page('events.md');
  const members = Object.entries(factSchemas)
    .filter(([type]) => /^(Trust|Epr|Incident|Care|Services|Capability|Support)/.test(type))
    .flatMap(([, { properties }]) => Object.keys(properties));
  const own = new Set(members.filter((member) => !COMMON.includes(member)));
  expect([...own].filter((member) => !new RegExp(`\\b${member}\\b`).test(text))).toEqual([]);
});

it('the page of events names every rule by which a command is refused', () => {
  const text = page('events.md');
  // Sent to the wrong decider: no request can do that.
  const inside = ['not-an-epr-fact', 'not-a-register-fact'];
  const missing = Object.keys(REJECTION_RULES).filter(
    (rule) => !inside.includes(rule) && !text.includes(`\`${rule}\``),
  );
  expect(missing).toEqual([]);
});

it('every rule refuses something', () => {
  const folder = join(root, 'libs', 'domain');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.endsWith('rejectionRules.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  expect(Object.keys(REJECTION_RULES).filter((rule) => !sources.includes(`'${rule}'`))).toEqual([]);
});

it('the page of definitions names every rule, precision and measure', () => {
  const text = page('definitions.md');
  const measures = Object.values(FRAMEWORKS).flatMap((framework) => framework.measuresOf('2025') ?? []);
  const names = [
    ...levelRules.map(({ id }) => id),
    'use@1',
    'contract@1',
    ...PRECISIONS,
    ...measures.map(({ id }) => id),
  ];
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
