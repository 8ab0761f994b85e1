import { inWords } from './figuresCommand';
import type { MilepostServer } from './milepostServer';
import type { Terminal } from './terminal';

export interface ReplayFlags {
  readonly along: string;
  readonly from?: string;
  readonly to?: string;
  readonly every?: string;
  readonly metric?: string;
  readonly changes?: boolean;
  readonly asOf?: string;
  readonly recordedBy?: string;
  readonly publicBy?: string;
  readonly json?: boolean;
}

interface Step {
  readonly step: number;
  readonly at: { readonly asOf: string; readonly size: string; readonly publicBy: string | null };
  readonly figures: readonly (Parameters<typeof inWords>[0] & { readonly metric: string })[];
  readonly moved: readonly {
    readonly metric: string;
    readonly ods: string;
    readonly part: string;
    readonly after: string;
    readonly entry: string | null;
  }[];
}

interface Page {
  readonly along: string;
  readonly begin: Step;
  readonly items: readonly Step[];
  readonly total: number;
  readonly next: string | null;
}

/** The figures after each step, and below each figure that moved the trusts and entries that moved it; page after page to the end. */
export async function replayCommand(server: MilepostServer, terminal: Terminal, flags: ReplayFlags): Promise<void> {
  const { along, from, to, every, metric, asOf, recordedBy, publicBy, changes, json } = flags;
  const query = {
    ...{ along, from, to, every, metric, asOf, recordedBy, publicBy },
    changes: changes === true ? 'only' : undefined,
  };
  const path = '/api/v1/replay';
  let page = await server.json<Page>({ method: 'GET', path, query });
  const { begin, total } = page;
  if (json !== true) terminal.result(`Along ${along}, ${total} steps from ${placeOf(along, begin)}:`);
  for (;;) {
    for (const step of page.items) for (const line of linesOf(step, along, json === true)) terminal.result(line);
    if (page.next === null) return;
    const next = Object.fromEntries(new URL(page.next, 'http://localhost').searchParams);
    page = await server.json<Page>({ method: 'GET', path, query: next });
  }
}

/** With `--json` a step a line. */
function linesOf(step: Step, along: string, json: boolean): readonly string[] {
  if (json) return [JSON.stringify(step)];
  return [
    placeOf(along, step),
    ...step.figures.flatMap((figure) => [
      `  ${figure.metric}: ${inWords(figure)}`,
      ...step.moved
        .filter(({ metric }) => metric === figure.metric)
        .map(
          ({ ods, part, after, entry }) =>
            `    ${ods} ${part}, now ${after}${entry === null ? '' : `, entry ${entry}`}`,
        ),
    ]),
  ];
}

function placeOf(along: string, { at }: Step): string {
  if (along === 'recorded') return `size:${at.size}`;
  return along === 'public' ? `public by ${at.publicBy}` : at.asOf;
}
