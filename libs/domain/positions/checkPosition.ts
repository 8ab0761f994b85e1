import type { FactCheck } from '../deciding/decideFact';
import type { Rejection } from '../deciding/decision';
import { happenedByNow } from '../deciding/happenedByNow';
import type { PositionAgreed } from '../events/positions';
import type { FactVersion } from '../facts/factVersion';
import { sameJson } from '../facts/sameJson';
import type { Day } from '../time/day';
import { formatDay, parseDay } from '../time/day';

const dataOf = ({ data }: FactVersion): PositionAgreed => data as unknown as PositionAgreed;

/** Nobody agrees on what has not come to pass: neither today, nor on the day on which it was agreed. */
function ahead(candidate: FactVersion, today: Day): Rejection | undefined {
  const { asOf, publicBy } = dataOf(candidate);
  const agreed = Math.min(candidate.window.latest, today);
  for (const [member, text] of [
    ['asOf', asOf],
    ['publicBy', publicBy],
  ] as const) {
    const day = text === undefined ? undefined : parseDay(text);
    if (day === undefined || day <= agreed) continue;
    const sentence =
      day > today
        ? `${text} is not over: nobody can agree on figures of a day to come.`
        : `It was agreed by ${formatDay(agreed)}, and ${text} is later.`;
    return { rule: 'position-moment-ahead', sentence, pointer: `/${member}` };
  }
  return undefined;
}

/** The figures come from the record at the moment named; words about them can be put right, the figures cannot. */
function changed(candidate: FactVersion, before: FactVersion | undefined): Rejection | undefined {
  if (before === undefined) return undefined;
  for (const member of ['asOf', 'recordedBy', 'publicBy', 'figures'] as const) {
    if (sameJson(dataOf(candidate)[member], dataOf(before)[member])) continue;
    const sentence = `${member} stands as it was agreed.`;
    return { rule: 'position-figures-stand', sentence, pointer: `/${member}`, fact: before.fact };
  }
  return undefined;
}

/** Whether a position, or a version of one, can stand beside the other effective facts of its stream. */
export const checkPosition: FactCheck = (candidate, known, { today }) => {
  const other = known.find(({ type, fact }) => type === 'PositionAgreed.v1' && fact !== candidate.fact);
  if (other) {
    const sentence = `A position was agreed under this id: "${dataOf(other).title}".`;
    return { rule: 'position-already-agreed', sentence, fact: other.fact };
  }
  return (
    happenedByNow(candidate, today) ??
    ahead(candidate, today) ??
    changed(
      candidate,
      known.find(({ fact }) => fact === candidate.fact),
    )
  );
};
