import type { MilepostServer } from './milepostServer';
import type { Terminal } from './terminal';

export interface FiguresFlags {
  readonly asOf?: string;
  readonly recordedBy?: string;
  readonly publicBy?: string;
  readonly by?: string;
  readonly json?: boolean;
}

interface Numbers {
  readonly numerator: number;
  readonly denominator: number;
  readonly notKnown: number;
  readonly disputed: number;
}

interface Answer {
  readonly moment: { readonly asOf: string; readonly size: string; readonly publicBy: string | null };
  readonly figure: Numbers & {
    readonly metric: string;
    readonly definition: string;
    readonly groups: readonly (Numbers & { readonly group: string | null })[] | null;
  };
}

/** A figure at a moment, as a sentence a line; a range while anything is not known. */
export async function figuresCommand(
  server: MilepostServer,
  terminal: Terminal,
  metric: string,
  { asOf, recordedBy, publicBy, by, json }: FiguresFlags,
): Promise<void> {
  const path = `/api/v1/figures/${encodeURIComponent(metric)}`;
  const answer = await server.json<Answer>({ method: 'GET', path, query: { asOf, recordedBy, publicBy, by } });
  if (json === true) return terminal.result(JSON.stringify(answer, undefined, 2));
  const { moment, figure } = answer;
  const known = moment.publicBy === null ? '' : `, public by ${moment.publicBy}`;
  terminal.result(`${figure.metric} on ${moment.asOf}, by ${moment.size} entries${known} (${figure.definition}):`);
  terminal.result(`  ${inWords(figure)}`);
  for (const group of figure.groups ?? []) terminal.result(`  ${group.group ?? 'not known'}: ${inWords(group)}`);
}

/** Never a midpoint: what is certain, and what it could be at most. */
export function inWords({ numerator, denominator, notKnown, disputed }: Numbers): string {
  const most = numerator + notKnown;
  const count = notKnown === 0 ? `${numerator}` : `between ${numerator} and ${most}`;
  const percent = (part: number): string => `${Math.round((100 * part) / denominator)}%`;
  const range = notKnown === 0 ? percent(numerator) : `${percent(numerator)} to ${percent(most)}`;
  const share = denominator === 0 ? '' : ` (${range})`;
  return `${count} of ${denominator} trusts${share}${disputed === 0 ? '' : `, ${disputed} disputed`}`;
}
