import { eventSchemas, FACT_CORRECTED, TOKEN_ROLES } from '@milepost/domain';
import { subjectKindInWords, SUBJECT_KINDS } from '../format/subjectInWords';
import { roleInWords } from '../format/roleInWords';
import { typeInWords } from '../format/typeInWords';
import type { Visit } from '../visit/visit';
import type { FieldMessage } from './auditFilter';

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** Types that only a ledger of who has access holds, which is not shown. */
const ELSEWHERE = ['TokenIssued.v1', 'TokenRevoked.v1', 'TokenHashKept.v1', 'ImportCompleted.v1', 'ClocksCompared.v1'];

const TYPES = [...Object.keys(eventSchemas), FACT_CORRECTED]
  .filter((type) => !ELSEWHERE.includes(type))
  .map((value) => ({ value, text: typeInWords(value) }))
  .sort((a, b) => a.text.localeCompare(b.text, 'en'));
const KINDS = SUBJECT_KINDS.map((value) => ({ value, text: subjectKindInWords(value) }));
const ROLES = [...TOKEN_ROLES.filter((role) => ['programme', 'reporter', 'assessor'].includes(role)), 'system'].map(
  (value) => ({ value, text: roleInWords(value) }),
);

/** The form that says which entries to list; sent by GET, so that its address can be kept. */
export function auditForm({ context, asked, query, link }: Visit, messages: readonly FieldMessage[]) {
  return {
    action: `${context.basePath}/audit`,
    moment: asked,
    values: query,
    kinds: withAsked(KINDS, query['kind']),
    types: withAsked(TYPES, query['type']),
    roles: withAsked(ROLES, query['role']),
    messages: Object.fromEntries(messages.map(({ field, text }) => [field, text])),
    clear: Object.keys(query).length === 0 ? undefined : link('/audit'),
  };
}

/** What the address asks for stays chosen, also where the form would not offer it: types of other programs, say. */
function withAsked(choices: readonly Choice[], asked: string | undefined): readonly Choice[] {
  if (asked === undefined || choices.some(({ value }) => value === asked)) return choices;
  return [...choices, { value: asked, text: asked }];
}
