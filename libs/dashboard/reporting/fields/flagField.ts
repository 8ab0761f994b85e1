import type { Field } from '../field';
import { written } from '../field';
import { typedIn } from '../typed';

/** A member that is true or absent, as one box. */
export function flagField({ member, label, text }: { member: string; label: string; text: string }): Field {
  return {
    id: member,
    label,
    inputs: [member],
    members: [member],
    write: (typed) => written(typedIn(typed, member) === '' ? {} : { [member]: true }),
    fill: (data) => (data[member] === true ? { [member]: 'yes' } : {}),
    controls: (typed, messages) => [
      {
        kind: 'boxes',
        id: member,
        label,
        error: messages.get(member),
        choices: [{ id: member, value: 'yes', text, checked: typedIn(typed, member) !== '' }],
      },
    ],
    answer: (data) => (data[member] === true ? [text] : []),
    target: (pointer) => (pointer === `/${member}` ? { at: member, input: member } : undefined),
  };
}
