import { textMember } from '../../format/eventMembers';
import type { EventData } from '../../format/eventMembers';
import type { Control } from '../control';
import type { Field } from '../field';
import { faultAt, faulty, written } from '../field';
import { typedIn } from '../typed';
import { tooLong } from './tooLong';

export interface TextFieldParts {
  readonly member: string;
  /** Id and name of the input, where it is not the member's. */
  readonly input?: string;
  readonly label: string;
  /** What it is called among the answers and in messages, where that is not its label. */
  readonly short?: string;
  readonly hint?: string;
  /** What to do where it was left empty; absent: it may be. */
  readonly required?: string;
  /** More than a line. */
  readonly long?: boolean;
  /** Characters that one line shows. */
  readonly width?: number;
  /** What a text must look like, and what to do where it does not. */
  readonly form?: { readonly pattern: RegExp; readonly otherwise: string };
}

/** A text that is a member of the data as it is. */
export function textField(parts: TextFieldParts): Field {
  const { member, label, short = label, required, form } = parts;
  const id = parts.input ?? member;
  return {
    id,
    label: short,
    inputs: [id],
    members: [member],
    write(typed) {
      const text = typedIn(typed, id);
      if (text === '') return required === undefined ? written({}) : faulty(faultAt(id, required));
      const long = tooLong(short, text);
      if (long !== undefined) return faulty(faultAt(id, long));
      if (form && !form.pattern.test(text)) return faulty(faultAt(id, form.otherwise));
      return written({ [member]: text });
    },
    fill: (data) => textOf(data, member, id),
    controls: (typed, messages) => [controlOf(parts, id, typed[id] ?? '', messages.get(id))],
    answer: (data) => textMember(data, member)?.split('\n') ?? [],
    target: (pointer) => (pointer === `/${member}` ? { at: id, input: id } : undefined),
  };
}

function textOf(data: EventData, member: string, id: string): Record<string, string> {
  const text = textMember(data, member);
  return text === undefined ? {} : { [id]: text };
}

function controlOf(parts: TextFieldParts, id: string, value: string, error: string | undefined): Control {
  const { label, hint, required, long, width } = parts;
  const shared = { id, label: required === undefined ? `${label} (optional)` : label, hint, error, value };
  if (long) return { kind: 'area', ...shared, rows: 4, question: required !== undefined };
  return { kind: 'text', ...shared, ...(width === undefined ? {} : { width }) };
}
