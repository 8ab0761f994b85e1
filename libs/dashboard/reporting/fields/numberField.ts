import { numberMember } from '../../format/eventMembers';
import type { Field } from '../field';
import { faultAt, faulty, written } from '../field';
import { typedIn } from '../typed';

/** A number as typed: digits, with commas between thousands, a decimal point, or the form that long numbers have. */
export function numberOf(text: string): number | undefined {
  const plain = text.replaceAll(',', '');
  if (!/^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** Millions of pounds, none or more. */
export function poundsField(member: string, label: string): Field {
  return {
    id: member,
    label,
    inputs: [member],
    members: [member],
    write(typed) {
      const text = typedIn(typed, member).replace(/^£\s*/, '');
      if (text === '') return written({});
      const value = numberOf(text);
      if (value !== undefined) return written({ [member]: value });
      return faulty(faultAt(member, `${label} must be a number of millions of pounds, such as 12.5`));
    },
    fill(data) {
      const value = numberMember(data, member);
      return value === undefined ? {} : { [member]: String(value) };
    },
    controls: (typed, messages) => [
      {
        kind: 'text',
        id: member,
        label: `${label} (optional)`,
        hint: 'In millions of pounds. For example, 12.5',
        error: messages.get(member),
        value: typed[member] ?? '',
        width: 5,
        prefix: '£',
        suffix: 'million',
      },
    ],
    answer(data) {
      const value = numberMember(data, member);
      return value === undefined ? [] : [`£${value.toLocaleString('en-GB', { maximumFractionDigits: 20 })} million`];
    },
    target: (pointer) => (pointer === `/${member}` ? { at: member, input: member } : undefined),
  };
}
