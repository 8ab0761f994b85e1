import { textMember } from '../../format/eventMembers';
import type { Choice } from '../control';
import type { Field } from '../field';
import { faultAt, faulty, written } from '../field';
import { typedIn } from '../typed';
import type { Typed } from '../typed';
import { NONE } from './choiceField';
import { tooLong } from './tooLong';

/** An EPR system that a trust is known to have: its name in the record, and in words. */
export interface KnownSystem {
  readonly deployment: string;
  readonly text: string;
}

const MEMBER = 'deployment';
const ANOTHER = '+';
const NAME = 'deployment-name';
const LONGEST_NAME = 100;

/**
 * Which EPR system at the trust: one that the record knows, one that it does not know yet, or, where the type of report
 * allows, the trust as a whole.
 */
export function deploymentField(known: readonly KnownSystem[], wholeTrust: boolean): Field {
  // With one choice only there is nothing to choose.
  const only = known.length === 0 && !wholeTrust ? ANOTHER : '';
  const chosenIn = (typed: Typed): string => typedIn(typed, MEMBER) || only;
  return {
    id: MEMBER,
    label: 'System',
    inputs: [MEMBER, NAME],
    members: [MEMBER],
    write(typed) {
      const chosen = chosenIn(typed);
      if (wholeTrust && chosen === NONE) return written({});
      if (known.some(({ deployment }) => deployment === chosen)) return written({ [MEMBER]: chosen });
      if (chosen !== ANOTHER) return faulty(faultAt(MEMBER, 'Select which EPR system this is about'));
      const typedName = typedIn(typed, NAME);
      const name = nameOf(typedName);
      if (name !== '') {
        const long = tooLong('Name for the system', name, LONGEST_NAME);
        return long === undefined ? written({ [MEMBER]: name }) : faulty(faultAt(NAME, long));
      }
      const text =
        typedName === ''
          ? 'Enter a name for the system'
          : 'Name for the system must include letters from a to z or numbers';
      return faulty(faultAt(NAME, text));
    },
    fill(data) {
      const deployment = textMember(data, MEMBER);
      if (deployment === undefined) return wholeTrust ? { [MEMBER]: NONE } : {};
      if (known.some((one) => one.deployment === deployment)) return { [MEMBER]: deployment };
      return { [MEMBER]: ANOTHER, [NAME]: deployment };
    },
    controls(typed, messages) {
      const chosen = chosenIn(typed);
      const systems = known.map(({ deployment, text }): Omit<Choice, 'id' | 'checked'> => ({
        value: deployment,
        text,
        hint: text === deployment ? undefined : deployment,
      }));
      const another: Omit<Choice, 'id' | 'checked'> = {
        value: ANOTHER,
        text: known.length === 0 ? 'A system that this record does not have yet' : 'Another system',
        inside: [
          {
            kind: 'text',
            id: NAME,
            label: 'Name for the system',
            hint: 'A short name to tell it from the trust’s other systems. Later reports about it choose the same name.',
            error: messages.get(NAME),
            value: typed[NAME] ?? '',
            width: 20,
          },
        ],
      };
      const whole = { value: NONE, text: 'The trust as a whole', hint: 'Not about one system in particular.' };
      const choices = [...systems, another, ...(wholeTrust ? [whole] : [])];
      return [
        {
          kind: 'radios',
          id: MEMBER,
          name: MEMBER,
          label: 'Which EPR system is this about?',
          error: messages.get(MEMBER),
          choices: choices.map((choice, n) => ({
            ...choice,
            id: n === 0 ? MEMBER : `${MEMBER}-${n}`,
            checked: chosen === choice.value,
          })),
        },
      ];
    },
    answer(data) {
      const deployment = textMember(data, MEMBER);
      if (deployment === undefined) return wholeTrust ? ['The trust as a whole'] : [];
      const text = known.find((one) => one.deployment === deployment)?.text;
      return text === undefined || text === deployment ? [deployment] : [text, deployment];
    },
    target(pointer, typed) {
      if (pointer !== `/${MEMBER}`) return undefined;
      const id = chosenIn(typed) === ANOTHER ? NAME : MEMBER;
      return { at: id, input: id };
    },
  };
}

/** A name as the record has it: words of letters and digits joined by hyphens. A name of that form stays as it is. */
function nameOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
