import { numbersIn } from './numbersIn';

/** What `data-api` of the pages names: the numbers of a text, as the interface gives them (`fromApi` of the dashboard). */
export class InterfaceNumbers {
  /** Answers by address: a moment that is asked about twice answers the same. */
  private readonly answers = new Map<string, Promise<unknown>>();

  constructor(private readonly url: string) {}

  /** How many addresses were asked. */
  get asked(): number {
    return this.answers.size;
  }

  /** One value a number; undefined where the interface says null, or nothing. @throws Error where it cannot be read or asked */
  async read(source: string): Promise<readonly (number | undefined)[]> {
    const values: (number | undefined)[] = [];
    let address = '';
    for (const term of source.split(' ')) {
      const [, sign = '', from = '', pointer = ''] = /^([+%-]?)([^#]*)#(.*)$/.exec(term) ?? [];
      if (pointer === '' || (from === '' && address === '')) throw new Error(`data-api is not readable: ${source}`);
      if (from !== '') address = from;
      const value = at(await this.answer(address), pointer);
      if (sign === '') values.push(value);
      else values.push(combined(sign, values.pop(), value));
    }
    return values;
  }

  /** Whether the interface gives the very text, where a source wrote numbers in words of its own. */
  async isText(source: string, text: string): Promise<boolean> {
    const [address = '', pointer = ''] = source.split('#');
    const value = valueAt(await this.answer(address), pointer);
    return typeof value === 'string' && value.replace(/\s+/g, ' ').trim() === text;
  }

  /** @throws Error where the address does not answer with JSON and 200 */
  answer(address: string): Promise<unknown> {
    const answer = this.answers.get(address) ?? this.ask(address);
    this.answers.set(address, answer);
    return answer;
  }

  private async ask(address: string): Promise<unknown> {
    const response = await fetch(this.url + address, { headers: { Accept: 'application/json' } });
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
    return response.json();
  }
}

function combined(sign: string, left: number | undefined, right: number | undefined): number | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (sign === '%') return (100 * left) / right;
  return sign === '+' ? left + right : left - right;
}

function valueAt(answer: unknown, pointer: string): unknown {
  let value: unknown = answer;
  for (const part of pointer.split('/').slice(1)) {
    const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  }
  return value;
}

/** The number at a JSON pointer: as it is, written as text, or how many items a list has. */
function at(answer: unknown, pointer: string): number | undefined {
  const value = valueAt(answer, pointer);
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  return /^\d+$/.test(value) ? Number(value) : numbersIn(value)[0]?.value;
}
