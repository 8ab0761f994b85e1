import type { IncomingMessage } from 'node:http';
import { Problem } from '@milepost/platform';
import type { Request, Response } from 'express';
import multer, { memoryStorage, MulterError } from 'multer';
import { invalidForm } from '../forms/parseForm';
import type { Typed } from '../forms/parseForm';
import { readForm } from '../forms/readForm';

/** Bytes that a file may have which is sent by form: a return of every trust in England has a fiftieth. Larger ones go by the command line. */
export const FILE_LIMIT = 1024 * 1024;
/** A form that carries such a file in a field of its own, in base64. */
const CARRIED_LIMIT = 2 * FILE_LIMIT;
/** What a form has beside its file. */
const BESIDE = 64 * 1024;

const upload = multer({
  storage: memoryStorage(),
  limits: {
    fileSize: FILE_LIMIT,
    files: 1,
    fields: 20,
    fieldSize: 4096,
    fieldNameSize: 100,
    parts: 24,
    headerPairs: 50,
  },
  defParamCharset: 'utf8',
}).single('file');

/**
 * Reads the form of a file: with the file, as a browser uploads it, or with what an earlier page of ours carries of it. Either way the
 * file's bytes come as `content`, in base64url, and its name as `name`, without what could not be shown.
 * @throws Problem 400 `invalid-form`, 413 `file-too-large`, 415 `unsupported-media-type`
 */
export async function readUpload(request: IncomingMessage, known: readonly string[]): Promise<Typed> {
  if (!/^multipart\/form-data *;/i.test(request.headers['content-type'] ?? '')) {
    return readForm(request, known, CARRIED_LIMIT);
  }
  if (Number(request.headers['content-length'] ?? 0) > FILE_LIMIT + BESIDE) {
    // The rest is not kept; the connection cannot go on after it.
    request.resume();
    throw fileTooLarge();
  }
  const sent = await received(request as Request);
  const fields = sent.body as Readonly<Record<string, unknown>> | undefined;
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields ?? {})) {
    if (!known.includes(name)) throw invalidForm(`This form has no field “${name.slice(0, 100)}”.`);
    if (typeof value !== 'string') throw invalidForm(`The field “${name}” was sent more than once.`);
    typed[name] = value;
  }
  if (sent.file === undefined) return typed;
  return { ...typed, name: shownName(sent.file.originalname), content: sent.file.buffer.toString('base64url') };
}

function received(request: Request): Promise<Request> {
  return new Promise((resolve, reject) => {
    upload(request, {} as Response, (error: unknown) => {
      if (error === undefined || error === null) resolve(request);
      else reject(problemOf(error));
    });
  });
}

/** A file's name is whatever its sender likes. It is only shown, so it loses folders and what has no shape of its own. */
function shownName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const visible = [...base.normalize('NFC').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')].slice(0, 200).join('').trim();
  return visible === '' || /^\.+$/.test(visible) ? 'file.csv' : visible;
}

function problemOf(error: unknown): Problem {
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE') return fileTooLarge();
  if (error instanceof MulterError) return invalidForm('It holds more than this form sends.');
  return invalidForm('It was cut off, or is not as a browser sends it.');
}

function fileTooLarge(): Problem {
  return new Problem({
    slug: 'file-too-large',
    title: 'The file is too large',
    status: 413,
    detail:
      'A file sent by form may have 1 MB, about 10,000 rows. Nothing was recorded. ' +
      'Go back and choose a smaller one: divide it, or have it read in with “milepost import”, which takes 16 MB.',
    extensions: { limitBytes: FILE_LIMIT },
  });
}
