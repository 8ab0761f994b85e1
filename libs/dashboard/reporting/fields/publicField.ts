import { capitalised } from '../../format/capitalised';
import { dateInWords } from '../../format/dateInWords';
import { textMember } from '../../format/eventMembers';
import type { Field } from '../field';
import { faultAt, faulty, written } from '../field';
import { typedIn } from '../typed';
import { DAY_PARTS, dateControl, fillDate, inputsOf, readDate } from './dayInputs';

const ID = 'public';
const DAY = 'public-day';
const MEMBER = 'reportedOn';

/**
 * When it became public: with this report, or on an earlier day that is known. `reportedOn` stands beside the data, not in them.
 * @param question what is asked
 * @param today words for the choice that it becomes public now
 */
export const publicField = (question: string, today: string): Field => ({
  id: ID,
  label: 'When it became public',
  inputs: [ID, ...inputsOf(DAY, DAY_PARTS)],
  members: [MEMBER],
  write(typed) {
    const chosen = typedIn(typed, ID);
    if (chosen === 'today') return written({});
    if (chosen !== 'earlier') return faulty(faultAt(ID, 'Select when it became public'));
    const reading = readDate(typed, DAY, DAY_PARTS, 'the day it became public');
    return 'fault' in reading ? faulty(reading.fault) : written({ [MEMBER]: reading.value });
  },
  fill(data) {
    const day = textMember(data, MEMBER);
    return day === undefined ? { [ID]: 'today' } : { [ID]: 'earlier', ...fillDate(DAY, day) };
  },
  controls: (typed, messages) => [
    {
      kind: 'radios',
      id: ID,
      name: ID,
      label: question,
      hint: 'Milepost can show what was known by any day, so it keeps the day that anyone could first have read it.',
      error: messages.get(ID),
      choices: [
        {
          id: ID,
          value: 'earlier',
          text: 'On a day that I know',
          hint: 'The day it was reported or published.',
          checked: typedIn(typed, ID) === 'earlier',
          inside: [dateControl({ id: DAY, label: 'Day it became public', parts: DAY_PARTS }, typed, messages)],
        },
        {
          id: `${ID}-today`,
          value: 'today',
          text: today,
          checked: typedIn(typed, ID) === 'today',
        },
      ],
    },
  ],
  answer(data) {
    const on = textMember(data, MEMBER);
    return [on === undefined ? today : capitalised(dateInWords({ on, precision: 'day' }))];
  },
  target(pointer, typed) {
    if (pointer !== `/${MEMBER}`) return undefined;
    return typedIn(typed, ID) === 'earlier' ? { at: DAY, input: `${DAY}-day` } : { at: ID, input: ID };
  },
});
