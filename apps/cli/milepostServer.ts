import { CliFailure, EXIT } from './cliFailure';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly json?: object;
  readonly file?: Uint8Array;
  readonly accept?: string;
}

interface ProblemBody {
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer?: string; readonly parameter?: string; readonly detail: string }[];
}

/** The running server, as `MILEPOST_URL` and `MILEPOST_TOKEN` name it. */
export class MilepostServer {
  private readonly url: string;
  private readonly token: string | undefined;

  constructor(env: Environment) {
    this.url = (env.MILEPOST_URL ?? 'http://localhost:3000').replace(/\/+$/, '');
    this.token = env.MILEPOST_TOKEN;
    if (!/^https?:\/\//.test(this.url)) {
      throw new CliFailure(
        `MILEPOST_URL is "${this.url}"; set it to an address such as http://localhost:3000.`,
        EXIT.usage,
      );
    }
  }

  /** @throws CliFailure that says what the server refused, or that it was not reached */
  async send(request: Request): Promise<Response> {
    const response = await this.reach(request);
    if (response.ok) return response;
    const exitCode = response.status >= 500 ? EXIT.stopped : EXIT.refused;
    throw new CliFailure(await sentenceOf(response), exitCode);
  }

  async json<T>(request: Request): Promise<T> {
    return (await (await this.send(request)).json()) as T;
  }

  private async reach({
    method,
    path,
    query = {},
    json,
    file,
    accept = 'application/json',
  }: Request): Promise<Response> {
    const asked = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const search = asked.length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`;
    try {
      return await fetch(this.url + path + search, {
        method,
        headers: {
          Accept: accept,
          ...(this.token === undefined ? {} : { Authorization: `Bearer ${this.token}` }),
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(file === undefined ? {} : { 'Content-Type': 'text/csv' }),
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        ...(file === undefined ? {} : { body: Buffer.from(file) }),
      });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw new CliFailure(
        `No Milepost server was reached at ${this.url} (${cause}). Start it with npm start, or set MILEPOST_URL.`,
        EXIT.stopped,
      );
    }
  }
}

async function sentenceOf(response: Response): Promise<string> {
  const text = await response.text();
  if (!/\bjson\b/.test(response.headers.get('content-type') ?? '')) {
    return `The server answered ${response.status}: ${text.slice(0, 200)}`;
  }
  const { title, detail, errors = [] } = JSON.parse(text) as ProblemBody;
  const fields = errors.map(({ pointer, parameter, detail: what }) => `  ${parameter ?? pointer ?? ''}: ${what}`);
  return [`${title ?? 'Refused'}: ${detail ?? ''}`, ...fields].join('\n');
}
