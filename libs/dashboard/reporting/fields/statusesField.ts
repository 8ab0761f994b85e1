import { objectMember } from '../../format/eventMembers';
import { slugInWords } from '../../format/slugInWords';
import type { Fault, Field } from '../field';
import { faultAt, faulty, written } from '../field';
import { typedIn } from '../typed';
import type { Typed } from '../typed';
import { linesOf } from './linesField';

const STATUSES = [
  { value: 'completed', text: 'Completed' },
  { value: 'in_progress', text: 'In progress' },
  { value: 'not_started', text: 'Not started' },
] as const;
const inputOf = (status: string): string => `statuses-${status}`;
const FIRST = inputOf(STATUSES[0].value);
const SCORES_OF_STATUSES = { scores: {} };

/** The statuses of capabilities, where a framework gives those instead of scores: one list of capabilities a status. */
export const statusesField: Field = {
  id: FIRST,
  label: 'Capabilities',
  inputs: STATUSES.map(({ value }) => inputOf(value)),
  members: ['statuses', 'scores'],
  write(typed) {
    const statuses: Record<string, string> = {};
    const faults: Fault[] = [];
    for (const { value, text } of STATUSES) {
      for (const id of linesOf(typedIn(typed, inputOf(value))).map(capabilityOf)) {
        if (!/^[a-z][a-z0-9_]*$/.test(id)) {
          faults.push(
            faultAt(
              inputOf(value),
              `Each capability under ${text} must begin with a letter and have letters from a to z and numbers only`,
            ),
          );
        } else if (Object.hasOwn(statuses, id)) {
          faults.push(faultAt(inputOf(value), `Enter ${slugInWords(id)} under one status only`));
        }
        statuses[id] = value;
      }
    }
    if (faults.length > 0) return faulty(...onePerInput(faults));
    if (Object.keys(statuses).length === 0) return faulty(faultAt(FIRST, 'Enter at least one capability'));
    return written({ ...SCORES_OF_STATUSES, statuses });
  },
  fill(data) {
    const statuses = Object.entries(objectMember(data, 'statuses') ?? {});
    const typed: Record<string, string> = {};
    for (const { value } of STATUSES) {
      const ids = statuses.filter(([, status]) => status === value).map(([id]) => id);
      if (ids.length > 0) typed[inputOf(value)] = ids.join('\n');
    }
    return typed satisfies Typed;
  },
  controls: (typed, messages) => [
    {
      kind: 'group',
      id: 'statuses',
      label: 'How far is each capability?',
      hint: 'One capability a line, by its name in the framework.',
      controls: STATUSES.map(({ value, text }) => ({
        kind: 'area' as const,
        id: inputOf(value),
        label: text,
        error: messages.get(inputOf(value)),
        value: typed[inputOf(value)] ?? '',
        rows: 4,
      })),
    },
  ],
  answer: (data) =>
    Object.entries(objectMember(data, 'statuses') ?? {}).map(
      ([id, status]) => `${slugInWords(id)}: ${slugInWords(String(status)).toLowerCase()}`,
    ),
  target(pointer, typed) {
    const [, top, id] = pointer.split('/');
    if (top !== 'statuses' && top !== 'scores') return undefined;
    const under = STATUSES.find(({ value }) =>
      linesOf(typedIn(typed, inputOf(value))).some((line) => capabilityOf(line) === id),
    );
    const input = under === undefined ? FIRST : inputOf(under.value);
    return { at: input, input };
  },
};

function capabilityOf(line: string): string {
  return line.toLowerCase().replace(/[\s-]+/g, '_');
}

function onePerInput(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(({ at }, n) => faults.findIndex((other) => other.at === at) === n);
}
