import { Problem } from '@milepost/platform';

/** The fields of a form as they were typed, by name. Line ends are LF, whatever the browser sent. */
export type Typed = Readonly<Record<string, string>>;

/**
 * Reads the text of an `application/x-www-form-urlencoded` body. A field that the form does not have is refused by name,
 * since what is not read would be lost in silence; so is one that comes twice, of which only one could be meant.
 * @throws Problem `invalid-form` (400)
 */
export function parseForm(text: string, known: readonly string[]): Typed {
  const typed: Record<string, string> = {};
  for (const pair of text === '' ? [] : text.split('&')) {
    const [name = '', value = ''] = pair.split(/=(.*)/s).map(decoded);
    if (!known.includes(name)) throw invalidForm(`This form has no field “${name.slice(0, 100)}”.`);
    if (Object.hasOwn(typed, name)) throw invalidForm(`The field “${name}” was sent more than once.`);
    typed[name] = value.replace(/\r\n?/g, '\n');
  }
  return typed;
}

export function invalidForm(detail: string): Problem {
  return new Problem({
    slug: 'invalid-form',
    title: 'The form could not be read',
    status: 400,
    detail: `${detail} Nothing was recorded. Go back to the form and send it again.`,
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    throw invalidForm('It holds characters that are not UTF-8.');
  }
}
