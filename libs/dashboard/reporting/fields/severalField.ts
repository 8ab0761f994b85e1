import { textsMember } from '../../format/eventMembers';
import { slugInWords } from '../../format/slugInWords';
import type { Field } from '../field';
import { written } from '../field';
import { typedIn } from '../typed';

/** Any of a few values, as boxes that each have a name of their own. The order is that of the choices. */
export function severalField(member: string, label: string, values: readonly string[]): Field {
  const inputOf = (value: string): string => `${member}-${value}`;
  const first = inputOf(values[0] ?? '');
  return {
    id: first,
    label,
    inputs: values.map(inputOf),
    members: [member],
    write(typed) {
      const chosen = values.filter((value) => typedIn(typed, inputOf(value)) !== '');
      return written(chosen.length === 0 ? {} : { [member]: chosen });
    },
    fill: (data) => Object.fromEntries(textsMember(data, member).map((value) => [inputOf(value), value])),
    controls: (typed, messages) => [
      {
        kind: 'boxes',
        id: first,
        label: `${label} (optional)`,
        error: messages.get(first),
        choices: values.map((value) => ({
          id: inputOf(value),
          value,
          text: slugInWords(value),
          checked: typedIn(typed, inputOf(value)) !== '',
        })),
      },
    ],
    answer: (data) => textsMember(data, member).map(slugInWords),
    target: (pointer) =>
      pointer === `/${member}` || pointer.startsWith(`/${member}/`) ? { at: first, input: first } : undefined,
  };
}
