import { textsMember } from '../../format/eventMembers';
import type { Field } from '../field';
import { faultAt, faulty, written } from '../field';
import { typedIn } from '../typed';
import { tooLong } from './tooLong';

/** Most members of a list that the interface takes. */
const MOST_LINES = 200;

/** A list of texts, one a line. */
export function linesField({ member, label, hint }: { member: string; label: string; hint: string }): Field {
  return {
    id: member,
    label,
    inputs: [member],
    members: [member],
    write(typed) {
      const lines = linesOf(typedIn(typed, member));
      if (lines.length === 0) return written({});
      if (lines.length > MOST_LINES) return faulty(faultAt(member, `${label} must be ${MOST_LINES} lines or fewer`));
      const long = lines.map((line) => tooLong(`Each line of ${label.toLowerCase()}`, line)).find(Boolean);
      return long === undefined ? written({ [member]: lines }) : faulty(faultAt(member, long));
    },
    fill(data) {
      const lines = textsMember(data, member);
      return lines.length === 0 ? {} : { [member]: lines.join('\n') };
    },
    controls: (typed, messages) => [
      {
        kind: 'area',
        id: member,
        label: `${label} (optional)`,
        hint,
        error: messages.get(member),
        value: typed[member] ?? '',
        rows: 3,
      },
    ],
    answer: (data) => textsMember(data, member),
    target: (pointer) =>
      pointer === `/${member}` || pointer.startsWith(`/${member}/`) ? { at: member, input: member } : undefined,
  };
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
