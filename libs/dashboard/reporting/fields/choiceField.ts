import { textMember } from '../../format/eventMembers';
import { slugInWords } from '../../format/slugInWords';
import type { Field } from '../field';
import { faultAt, faulty, written } from '../field';
import { typedIn } from '../typed';

export interface ChoiceFieldParts {
  readonly member: string;
  /** Id and name of the inputs, where it is not the member's. */
  readonly input?: string;
  readonly label: string;
  /** What it is called among the answers, where that is not its label. */
  readonly short?: string;
  readonly hint?: string;
  /** Values of the member, in the order shown. */
  readonly choices: readonly { readonly value: string; readonly text: string; readonly hint?: string }[];
  /** What to do where none is chosen; absent: `none` is a choice of its own. */
  readonly required?: string;
  /** Words for choosing nothing, where that may be. */
  readonly none?: string;
}

/** Value of the radio that leaves the member out; no member has it. */
export const NONE = '-';

/** One of a few values, as radios. */
export function choiceField(parts: ChoiceFieldParts): Field {
  const { member, label, choices, required, none = 'Not known' } = parts;
  const id = parts.input ?? member;
  const offered = required === undefined ? [...choices, { value: NONE, text: none }] : choices;
  return {
    id,
    label: parts.short ?? label,
    inputs: [id],
    members: [member],
    write(typed) {
      const value = typedIn(typed, id);
      if (value === NONE || (value === '' && required === undefined)) return written({});
      if (choices.some((choice) => choice.value === value)) return written({ [member]: value });
      return faulty(faultAt(id, required ?? 'Select one of the choices'));
    },
    fill(data) {
      const value = textMember(data, member);
      return value === undefined ? {} : { [id]: value };
    },
    controls: (typed, messages) => [
      {
        kind: 'radios',
        id,
        name: id,
        label,
        hint: parts.hint,
        error: messages.get(id),
        choices: offered.map((choice, n) => ({
          ...choice,
          id: n === 0 ? id : `${id}-${choice.value === NONE ? 'none' : choice.value}`,
          checked: (typedIn(typed, id) || (required === undefined ? NONE : '')) === choice.value,
        })),
      },
    ],
    answer(data) {
      const value = textMember(data, member);
      if (value === undefined) return [];
      return [choices.find((choice) => choice.value === value)?.text ?? slugInWords(value)];
    },
    target: (pointer) => (pointer === `/${member}` ? { at: id, input: id } : undefined),
  };
}
