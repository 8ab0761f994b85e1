import { objectMember, textMember } from '../../format/eventMembers';
import type { EventData } from '../../format/eventMembers';
import { sourceInWords } from '../../format/sourceInWords';
import type { Control } from '../control';
import type { Fault, Field, Messages, Written } from '../field';
import { faultAt, faulty, written } from '../field';
import { typedIn } from '../typed';
import type { Typed } from '../typed';
import { fillDate, inputOf } from './dayInputs';
import { readSourceDate, SOURCE_DATE, SOURCE_DATE_PARTS, sourceDateControl } from './sourceDate';
import { tooLong } from './tooLong';

const MEMBER = 'source';
const KIND = 'source-kind';
const NO_SOURCE = 'none';
const KINDS = [
  {
    value: 'primary',
    text: 'The original',
    hint: 'Published by those it is about or by whoever decided it, such as board papers.',
  },
  { value: 'press', text: 'Press or trade press' },
  { value: 'copy', text: 'A copy', hint: 'Somebody’s account of a source that was not seen itself.' },
] as const;
const TEXTS = {
  publisher: 'source-publisher',
  title: 'source-title',
  url: 'source-url',
  copies: 'source-copies',
} as const;
const LONGEST_ADDRESS = 2000;

/** Where it can be read: publisher, title, kind, date, address, as far as they are known. */
export const sourceField: Field = {
  id: KIND,
  label: 'Source',
  inputs: [KIND, ...Object.values(TEXTS), ...SOURCE_DATE_PARTS.map((part) => inputOf(SOURCE_DATE, part))],
  members: [MEMBER],
  write,
  fill,
  controls,
  answer(data) {
    const source = objectMember(data, MEMBER);
    const words = source && sourceInWords(data);
    if (!source || !words) return [];
    const url = textMember(source, 'url');
    return [words.text, words.note, url].filter((line) => line !== undefined);
  },
  target(pointer) {
    const [, top, member] = pointer.split('/');
    if (top !== MEMBER) return undefined;
    if (member === 'date') return { at: SOURCE_DATE, input: inputOf(SOURCE_DATE, 'day') };
    const input = member !== undefined && Object.hasOwn(TEXTS, member) ? TEXTS[member as keyof typeof TEXTS] : KIND;
    return { at: input, input };
  },
};

function write(typed: Typed): Written {
  const kind = typedIn(typed, KIND);
  if (kind === NO_SOURCE) return written({});
  if (!KINDS.some(({ value }) => value === kind)) {
    return faulty(faultAt(KIND, 'Select what kind of source it is, or that there is none'));
  }
  const text = (member: keyof typeof TEXTS): string => typedIn(typed, TEXTS[member]);
  const [publisher, title] = [text('publisher'), text('title')];
  const [url, copies] = [text('url'), text('copies')];
  const date = readSourceDate(typed);
  const faults = [
    publisher === '' ? faultAt(TEXTS.publisher, 'Enter the publisher of the source') : undefined,
    longText(TEXTS.publisher, 'Publisher', publisher),
    longText(TEXTS.title, 'Title', title),
    longText(TEXTS.copies, 'What it copies', copies),
    date !== undefined && 'fault' in date ? date.fault : undefined,
    url === '' ? undefined : addressFault(url, kind),
  ].filter((fault): fault is Fault => fault !== undefined);
  if (faults.length > 0) return faulty(...faults);
  const known = { title, url, copies, date: date !== undefined && 'value' in date ? date.value : '' };
  return written({
    [MEMBER]: { publisher, kind, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== '')) },
  });
}

function longText(id: string, label: string, text: string): Fault | undefined {
  const long = tooLong(label, text);
  return long === undefined ? undefined : faultAt(id, long);
}

function addressFault(url: string, kind: string): Fault | undefined {
  if (kind === 'copy') return faultAt(TEXTS.url, 'Leave the address empty: only a source that was seen itself has one');
  const long = tooLong('Address', url, LONGEST_ADDRESS);
  if (long !== undefined) return faultAt(TEXTS.url, long);
  // As the record takes it: http or https and no blanks. Everything else about an address is for the interface to refuse.
  if (/^https?:\/\/[^\s/]+\S*$/.test(url) && URL.canParse(url)) return undefined;
  return faultAt(TEXTS.url, 'Address must begin with https:// or http://, such as https://www.example.nhs.uk/papers');
}

function fill(data: EventData): Typed {
  const source = objectMember(data, MEMBER);
  if (!source) return { [KIND]: NO_SOURCE };
  const texts = Object.entries(TEXTS).map(([member, input]) => [input, textMember(source, member)] as const);
  const date = textMember(source, 'date');
  return {
    [KIND]: textMember(source, 'kind') ?? '',
    ...Object.fromEntries(texts.filter((entry): entry is [(typeof entry)[0], string] => entry[1] !== undefined)),
    ...(date === undefined ? {} : fillDate(SOURCE_DATE, date)),
  };
}

function controls(typed: Typed, messages: Messages): readonly Control[] {
  const kind = typedIn(typed, KIND);
  const choices = [
    ...KINDS.map((choice, n) => ({ id: n === 0 ? KIND : `${KIND}-${choice.value}`, ...choice })),
    { id: `${KIND}-none`, value: NO_SOURCE, text: 'There is no source to name' },
  ];
  const line = (member: keyof typeof TEXTS, label: string, hint?: string): Control => {
    const id = TEXTS[member];
    return { kind: 'text', id, label, hint, error: messages.get(id), value: typed[id] ?? '' };
  };
  return [
    {
      kind: 'group',
      id: 'source',
      label: 'Where can this be read?',
      controls: [
        {
          kind: 'radios',
          id: KIND,
          name: KIND,
          label: 'Kind of source',
          error: messages.get(KIND),
          choices: choices.map((choice) => ({ ...choice, checked: kind === choice.value })),
        },
        line('publisher', 'Publisher', 'For example, the trust’s board, or the name of a newspaper.'),
        line('title', 'Title (optional)'),
        sourceDateControl(typed, messages),
        line('url', 'Address on the web (optional)', 'Not of a copy. It begins with https:// or http://'),
        line('copies', 'What it copies (optional)', 'Of a copy: the source that it is an account of.'),
      ],
    },
  ];
}
