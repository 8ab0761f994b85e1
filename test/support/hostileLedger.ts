import type { Json, StoredEvent } from '@milepost/event-store';
import { sequenceInto } from '@milepost/ledger';
import { servedLedger } from './servedLedger';
import type { ServedLedger } from './servedLedger';
import { ledgerOpened, storedEvent } from './storedEvents';

/** Texts that break a page, a table or a reader who trusts them; each is the name of a trust and stands wherever a text can. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>alert("x")</script> & Sons',
  '"><img src=x onerror=alert(1)>',
  "x' onmouseover='alert(1)' y=\"",
  'javascript:alert(1)',
  '{{ 7*7 }}{% include "layout.njk" %}${7*7}',
  '</title></style></textarea><h1>Other</h1>',
  '--><!-- ]]> &lt;b&gt; &#x27;',
  'Northvale \u202Etsurt\u202C \u2066isolated, never closed',
  '=HYPERLINK("https://elsewhere.example","x")',
  '+1+1',
  "-1+cmd|' /C calc'!A0",
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r\n=1+1',
  '＝1+1',
  'w'.repeat(200),
  '👩‍⚕️🏥 مستشفى 病院',
  'bell \u0007, escape \u001b[31m, end \u0003',
  'cut\u0000here',
  'one\u2028two\u2029three\uFFFE\uFDD0',
  '__proto__',
];

const LEDGER = 'milepost';
const LONG_AGO = '2020-01-01';

/** Code of the trust that a text names. */
export function hostileOds(index: number): string {
  return `ZH${String(index).padStart(2, '0')}`;
}

/** The pages and the interface over a record in which everything that can hold a text holds a hostile one. */
export function servedHostileLedger(): Promise<ServedLedger> {
  const log = hostileLog();
  const fill = (file: string): void => void sequenceInto(file, LEDGER, [log]);
  const report = {
    dataSet: 'hostile',
    ledger: LEDGER,
    dryRun: false,
    finishedAt: Date.UTC(2026, 10, 24),
    files: [],
    events: { recorded: 0, corrected: 0, skipped: 0, nothing: 0 },
    notes: [],
    refusals: HOSTILE_TEXTS.map((text, line) => ({ file: text, line: line + 2, column: text, reason: text })),
  };
  const clock = (): number => Date.UTC(2026, 10, 24, 10);
  return servedLedger({ ledger: LEDGER, kind: 'public-record', fill, clock, report });
}

function hostileLog(): readonly StoredEvent[] {
  const log: StoredEvent[] = [];
  const revisions = new Map<string, bigint>();
  const add = (subject: string, type: string, data: Json, metadata?: Json): string => {
    const n = log.length;
    const stream = `${LEDGER}.${subject}`;
    const revision = revisions.get(stream) ?? 0n;
    revisions.set(stream, revision + 1n);
    const event = storedEvent(n, { stream, revision, type, data });
    log.push({
      ...event,
      metadata: metadata ?? { ...(event.metadata as object), public: { on: LONG_AGO, how: 'reported' } },
    });
    return event.id;
  };
  const opening = ledgerOpened(LEDGER);
  add('log-ledger', opening.type, { ...(opening.data as object), kind: 'public-record' });
  for (const [index, text] of HOSTILE_TEXTS.entries()) addTrust(add, index, text);
  return log;
}

type Add = (subject: string, type: string, data: Json, metadata?: Json) => string;

function addTrust(add: Add, index: number, text: string): void {
  const ods = hostileOds(index);
  const trust = `trust-${ods}`;
  const icb = `Q${String(index).padStart(2, '0')}`;
  const source = { publisher: text, kind: 'press', title: text, url: `https://source.example/?q=${text.slice(0, 50)}` };
  const at = (day: string) => ({ occurredOn: day, precision: 'day', source });
  const texts = { product: text, supplier: text, replaces: text, detail: text, reason: text, sites: [text] };
  add(`icb-${icb}`, 'IcbOpened.v1', { ...at(LONG_AGO), name: text, region: 'Y60', regionName: text });
  add(trust, 'TrustRegistered.v1', { ...at(LONG_AGO), name: text, kind: 'nhs_trust', country: 'England' });
  add(trust, 'TrustMoved.v1', { ...at(LONG_AGO), toIcb: icb, toRegion: 'Y60' });
  add(trust, 'TrustObserved.v1', { ...at('2023-01-31'), list: text, name: text, icb, region: 'Y60', type: 'acute' });
  add(trust, 'TrustRenamed.v1', { ...at('2021-04-01'), name: `${text} ` });
  const live = add(trust, 'EprWentLive.v1', { ...at('2024-05-01'), deployment: 'main', ...texts });
  add(trust, 'EprGoLivePlanned.v1', {
    ...at('2023-01-01'),
    deployment: 'main',
    plannedFor: '2024-03',
    plannedPrecision: 'month',
    ...texts,
  });
  const corrects = { fact: live, replaces: live, type: 'EprWentLive.v1', reason: text };
  add(trust, 'FactCorrected.v1', { ...at('2024-05-02'), deployment: 'main', ...texts, corrects });
  add(trust, 'FactDisputed.v1', { fact: live, grounds: text });
  for (const frameworkVersion of ['2024', '2025']) {
    const scores = { overall_comparable: 2.5, constructor: 1, [`w${'w'.repeat(199)}`]: 3 };
    add(trust, 'CapabilityAssessed.v1', {
      ...at(`${frameworkVersion}-06-30`),
      ...{ framework: 'DMA', frameworkVersion, careSetting: 'acute', scores, assurance: 'self_assessed' },
      signedOffBy: text,
    });
  }
  addStatements(add, index, text, at);
  add('programme-frontline', 'ProgrammeEndRevised.v1', {
    ...at('2023-06-01'),
    endsOn: '2026-03',
    endsPrecision: 'month',
    wording: text,
    authority: text,
  });
  // What another program wrote into the store, with an address that runs something.
  const foreign = { text, source: { publisher: text, kind: 'primary', url: 'javascript:alert(1)' } };
  add(trust, `Foreign ${text}`, foreign, { actor: { id: text, role: text }, recordedAt: text });
}

function addStatements(add: Add, index: number, text: string, at: (day: string) => Record<string, Json>): void {
  const numbers = { numerator: index + 1, denominator: 20, percentLow: 90 };
  for (const kind of ['claim', 'target', 'publication']) {
    add(`statement-hostile-${kind}-${index}`, 'StatementPublished.v1', {
      ...at('2023-11-15'),
      ...{
        speaker: text,
        audience: text,
        kind,
        topic: 'status_claim',
        metric: 'epr_coverage',
        wording: text,
        ...numbers,
      },
      population: index % 2 === 0 ? text : 'NHS trusts in England',
      parts: [{ label: text, size: text }],
      ...(kind === 'target' ? { targetDate: '2025-03' } : { refersTo: '2023-11' }),
    });
  }
}
