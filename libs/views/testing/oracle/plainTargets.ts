import type { Fact } from './effective';

/** One thing that a target says: as it was last announced, or not known because a change may have come. */
export interface SaidOfTarget {
  /** JSON of what was said; undefined: nothing, or not known. */
  readonly value: string | undefined;
  readonly by: number;
  readonly open: boolean;
}

type Thing = 'wording' | 'metric' | 'share' | 'date' | 'withdrawn';

/** What a fact says of a thing, as JSON; undefined where it does not speak of it. */
function speaks({ type, data }: Fact, thing: Thing): string | undefined {
  const name = type.split('.')[0] as string;
  const ofProgramme = name.startsWith('Programme');
  const json = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value));
  switch (thing) {
    case 'withdrawn':
      if (name === 'TargetWithdrawn') return 'true';
      return name === 'TargetSet' || name === 'ProgrammeLaunched' ? 'false' : undefined;
    case 'date': {
      const prefix = ofProgramme ? 'ends' : 'deadline';
      const precision = data[`${prefix}Precision`];
      if (name === 'TargetWithdrawn' || precision === undefined || precision === 'unknown') return undefined;
      return json([data[`${prefix}On`], precision]);
    }
    case 'share':
      return name === 'TargetWithdrawn' ? undefined : json(data['thresholdPercentLow']);
    case 'metric':
      if (name === 'ProgrammeLaunched' || name === 'ProgrammeEndRevised') return json('programme_end');
      return ofProgramme || name === 'TargetWithdrawn' ? undefined : json(data['metric']);
    case 'wording':
      return name === 'TargetWithdrawn' || name === 'ProgrammeSucceeded' ? undefined : json(data['wording']);
  }
}

/**
 * What stands at the end of a day. What has certainly been announced counts, the later over the earlier. Of what may have been
 * announced, the first that would make a difference leaves it not known.
 */
export function saidOfTarget(facts: readonly Fact[], thing: Thing, day: number): SaidOfTarget {
  const ordered = [...facts].sort((a, b) => {
    const [one, other] = [
      [a.to, a.from, a.by],
      [b.to, b.from, b.by],
    ] as const;
    const at = one.findIndex((value, index) => value !== other[index]);
    return at < 0 ? 0 : (one[at] as number) < (other[at] as number) ? -1 : 1;
  });
  let said: SaidOfTarget = { value: undefined, by: -1, open: false };
  for (const fact of ordered.filter(({ to }) => to <= day)) {
    const value = speaks(fact, thing);
    if (value !== undefined && value !== said.value) said = { value, by: fact.by, open: false };
  }
  const perhaps = ordered.filter(({ from, to }) => from <= day && to > day);
  const first = perhaps.find((fact) => ![undefined, said.value].includes(speaks(fact, thing)));
  return first === undefined ? said : { value: undefined, by: first.by, open: true };
}

/** The least number of trusts that is no less than so many percent, by counting up. */
export function leastAtPercent(percent: number, trusts: number): number {
  let count = 0;
  while (count * 100 < percent * trusts) count += 1;
  return count;
}
