import type { SentFile } from '../desk';
import { typedDay } from '../format/typedDay';
import type { Typed } from '../forms/parseForm';
import { isFileKind } from './fileKinds';
import { FILE_LIMIT } from './readUpload';

/** Fields of the form, and of the page between the look at a file and its recording. */
export const FILE_FIELDS = [
  'kind',
  'publishedDay',
  'publishedMonth',
  'publishedYear',
  'name',
  'content',
  'outcome',
] as const;

/** A field that cannot be used, and what to do about it. */
export interface FileMessage {
  readonly field: 'kind' | 'publishedDay' | 'file';
  readonly text: string;
}

/** The file that a form holds, or what is wrong with the form. */
export function fileForm(typed: Typed): { readonly file: SentFile } | { readonly messages: readonly FileMessage[] } {
  const { kind, name = 'file.csv', content = '' } = typed;
  const bytes = Buffer.from(content, 'base64url');
  const day = publishedOn(typed);
  const wrong = fileWrong(typed, bytes);
  const messages: FileMessage[] = [
    ...(isFileKind(kind) ? [] : [{ field: 'kind' as const, text: 'Select what the file holds' }]),
    ...(day === undefined
      ? [{ field: 'publishedDay' as const, text: 'The day it became public must be a real date, such as 31 3 2026' }]
      : []),
    ...(wrong === undefined ? [] : [{ field: 'file' as const, text: wrong }]),
  ];
  if (messages.length > 0 || !isFileKind(kind)) return { messages };
  return { file: { kind, name, bytes, publishedOn: day === '' ? undefined : day } };
}

/** Empty where nothing was typed; undefined where it is no day. */
function publishedOn({ publishedDay = '', publishedMonth = '', publishedYear = '' }: Typed): string | undefined {
  const parts = [publishedDay, publishedMonth, publishedYear].map((part) => part.trim());
  return parts.every((part) => part === '') ? '' : typedDay(parts.join('/'));
}

/** Beginnings of files that people send in place of a CSV, by what programs write first into them. */
const OTHERS: readonly (readonly [start: string, what: string])[] = [
  ['504b0304', 'a spreadsheet'],
  ['d0cf11e0', 'a spreadsheet'],
  ['25504446', 'a PDF'],
];

function fileWrong({ content }: Typed, bytes: Buffer): string | undefined {
  if (content === undefined) return 'Select a file';
  if (bytes.length === 0) return 'The selected file is empty';
  if (bytes.length > FILE_LIMIT) return 'The selected file must be 1 MB or smaller';
  const start = bytes.subarray(0, 4).toString('hex');
  const other = OTHERS.find(([beginning]) => start === beginning)?.[1];
  if (other === undefined) return undefined;
  return `The selected file is ${other}. Save it as “CSV UTF-8” and select that`;
}
