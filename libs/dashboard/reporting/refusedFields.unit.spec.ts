import { factSchemas, REJECTION_RULES } from '@milepost/domain';
import type { FactType } from '@milepost/domain';
import { Problem } from '@milepost/platform';
import { factFields } from './factFields';
import { publicField } from './fields/publicField';
import { controlsOf, messagesOf, targetIn } from './formFields';
import type { FormFields } from './formFields';
import type { Control } from './control';
import { refusedFields } from './refusedFields';
import { REPORTS } from './reports';

const FACT = '15dbe180-7120-5a35-8986-f435894b3d53';
const PUBLIC = publicField('When?', 'Today');

/** Members that a form of reports says by itself, or that no report about one trust has. */
const NOT_ASKED = new Set(['framework', 'severity', 'members', 'unnamedMembers', 'trustName', 'inferred', 'restated']);

function formFor(factType: FactType, fixed: object): FormFields {
  const form = factFields(factType, { ...fixed }, [], [PUBLIC]);
  if (!form) throw new Error(`${factType} has no form`);
  return form;
}

/** Every pointer that the checks of a body can give: its members, those of its source, and single scores and lines. */
function pointersOf(factType: FactType, fixed: object): readonly string[] {
  const members = Object.keys(factSchemas[factType].properties).filter(
    (name) => !NOT_ASKED.has(name) && !(name in fixed),
  );
  const below: Readonly<Record<string, readonly string[]>> = {
    source: ['publisher', 'kind', 'title', 'date', 'url', 'copies'],
    sites: ['0'],
    modules: ['12'],
    careSettings: ['1'],
    scores: ['well_led', 'no_such_measure'],
    statuses: ['single_sign_on'],
  };
  // Scores are given beside statuses, and statuses never beside scores.
  const asked = members.filter((name) => name !== 'statuses' || JSON.stringify(fixed).includes('DCF'));
  return [
    '/reportedOn',
    ...asked.flatMap((name) => [`/${name}`, ...(below[name] ?? []).map((end) => `/${name}/${end}`)]),
  ];
}

function idsOf(controls: readonly Control[]): { readonly messages: string[]; readonly inputs: string[] } {
  const found = { messages: [] as string[], inputs: [] as string[] };
  for (const control of controls) {
    if (control.kind === 'more' || control.kind === 'group') {
      const { messages, inputs } = idsOf(control.controls);
      found.messages.push(...messages);
      found.inputs.push(...inputs);
      continue;
    }
    if (control.error !== undefined) found.messages.push(control.error);
    if (control.kind === 'text' || control.kind === 'area') found.inputs.push(control.id);
    else if (control.kind === 'date') found.inputs.push(...control.items.map(({ id }) => id));
    else {
      found.inputs.push(...control.choices.map(({ id }) => id));
      const { messages, inputs } = idsOf(control.choices.flatMap(({ inside = [] }) => inside));
      found.messages.push(...messages);
      found.inputs.push(...inputs);
    }
  }
  return found;
}

const TYPED = [
  {},
  { occurred: 'between', planned: 'on_or_before', public: 'earlier', deployment: '+' },
  { occurred: 'unknown' },
];
const CASES = REPORTS.flatMap(({ slug, factType, fixed }) =>
  pointersOf(factType, fixed).map((pointer) => [slug, pointer] as const),
);

it.each(CASES)(
  'in a report about %s, %s leads to a field that is on the page, with the message beside it',
  (slug, pointer) => {
    const report = REPORTS.find((one) => one.slug === slug);
    const form = formFor(report?.factType ?? 'EprWentLive.v1', report?.fixed ?? {});
    for (const typed of TYPED) {
      const target = targetIn(form, pointer, typed);
      if (!target) throw new Error(`${pointer} leads nowhere`);
      const shown = idsOf(controlsOf(form, typed, messagesOf([{ ...target, text: 'Wrong' }])));
      expect([shown.inputs.includes(target.input), shown.messages]).toEqual([true, ['Wrong']]);
      expect(new Set(shown.inputs).size).toBe(shown.inputs.length);
    }
  },
);

/** Rules about registers, programmes, targets, standards, positions and disputes, which no form of these writes to. */
const NOT_BY_FORM = new RegExp(
  [
    '^(members-only|not-an-epr|not-a-register|trust-already|move-|succession-|unknown-fact|dispute-already|unknown-dispute)',
    'target',
    'standard',
    '^(change-without|threshold-|extension-|deadline-before|decided-after)',
    '^(levels-|condition-|unknown-rule|rules-|unknown-framework$|no-mean|position-)',
  ].join('|'),
);

describe.each(Object.entries(REJECTION_RULES))('the rule %s', (slug, { title }) => {
  const refusal = (pointer?: string): Problem =>
    new Problem({
      slug,
      title,
      status: 409,
      detail: `It cannot be. Correct fact ${FACT} instead.`,
      errors: pointer === undefined ? [] : [{ pointer, detail: 'It cannot be.' }],
      extensions: { rule: slug, fact: FACT },
    });
  const form = formFor('EprWentLive.v1', {});
  const told = (problem: Problem) => refusedFields(problem, (pointer) => targetIn(form, pointer, {}));

  it('is told above the form where nothing is to blame, without ids and with what to do', () => {
    for (const problem of [refusal(), refusal('/no/such/member')]) {
      const { faults, general, fact } = told(problem);
      expect([faults, general.length, fact]).toEqual([[], 1, FACT]);
      expect(general[0]).toMatch(/^It cannot be\./);
      expect(general[0]).not.toContain(FACT);
      if (!NOT_BY_FORM.test(slug)) expect(general[0]).not.toMatch(/\bSend\b|YYYY|\bfact\b/);
    }
  });

  it('is told beside the field to blame', () => {
    const { faults, general } = told(refusal('/reason'));
    expect([faults.map(({ at }) => at), general]).toEqual([['reason'], []]);
  });
});

it.each([
  ['outcome-unknown', 503, /is not known.*recorded once at most/],
  ['store-unavailable', 503, /Nothing was recorded/],
  ['not-visible-yet', 503, /It is recorded/],
  ['written-meanwhile', 409, /at the same moment/],
])('%s is told in words for people', (slug, status, words) => {
  const problem = new Problem({ slug, title: 'x', status, detail: 'Use the same Idempotency-Key.' });
  expect(refusedFields(problem, () => undefined).general).toEqual([expect.stringMatching(words)]);
});

it('says each thing once', () => {
  const errors = [
    { pointer: '/x', detail: 'Wrong.' },
    { pointer: '/y', detail: 'Wrong.' },
  ];
  const problem = new Problem({ slug: 'invalid-request', title: 'x', status: 400, detail: 'x', errors });
  expect(refusedFields(problem, () => undefined).general).toEqual(['Wrong.']);
  expect(refusedFields(problem, () => ({ at: 'a', input: 'a' })).faults).toHaveLength(1);
});
