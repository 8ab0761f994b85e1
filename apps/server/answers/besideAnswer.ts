import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { formatDay } from '@milepost/domain';
import type { BesideClaim, CheckedDenominator, CheckedNumerator, CountedSpan, CountedStep } from '@milepost/views';
import { figureMembers, figureNumbers, METRICS } from './figureAnswer';
import { DayText, Members, Nullable, OneOf } from './schemaParts';

const Count = Type.Integer({ minimum: 0 });
const SpanAnswer = Members({ from: DayText, to: DayText, count: Count });
const StepTrustAnswer = Members({ ods: Type.String(), name: Type.String(), successors: Type.Array(Type.String()) });
const ChangeAnswer = Members({
  /** The first day of the new count. */
  day: DayText,
  count: Count,
  opened: Type.Array(StepTrustAnswer),
  closed: Type.Array(StepTrustAnswer),
});

/** What the record can show beside a public statement. */
export const BesideAnswer = Members(
  {
    /** How the days are known that it is about: it says so, its target's date says so, or it says nothing and the days on which it was said are taken; null where there are none by the day asked about. */
    basis: Nullable(OneOf('refers-to', 'target', 'said')),
    from: Nullable(DayText),
    to: Nullable(DayText),
    /** Trusts counted on those days, as far as this record can count what the statement counts. */
    counted: Type.Array(SpanAnswer),
    denominator: Members({
      check: OneOf('none-given', 'same', 'same-on-some-days', 'differs', 'cannot-compare'),
      /** Why they cannot be compared. */
      reason: Nullable(OneOf('population', 'to-come', 'no-day', 'lifetimes')),
      /** When as many were counted before; null where why they differ is not known. */
      earlier: Nullable(SpanAnswer),
      /** What changed the count since then, up to the days that the statement is about. */
      since: Type.Array(ChangeAnswer),
    }),
    numerator: Members({
      check: OneOf('none-given', 'no-claim', 'no-measure', 'no-day', 'not-known', 'shown'),
      metric: Nullable(OneOf(...METRICS)),
      /** Of so many of the trusts counted on the last of the days it is not known. */
      notKnown: Nullable(Count),
      /** Only where it is known of every trust. */
      figure: Nullable(Members(figureMembers)),
    }),
  },
  'What this record shows for the days that a statement is about. Nothing in it says whether the statement is right.',
);
export type BesideAnswer = Static<typeof BesideAnswer>;

export function besideAnswer({ days, counted, denominator, numerator }: BesideClaim): BesideAnswer {
  const known = typeof days === 'string' ? undefined : days;
  return {
    basis: known?.basis ?? null,
    from: known === undefined ? null : formatDay(known.window.earliest),
    to: known === undefined ? null : formatDay(known.window.latest),
    counted: counted.map(spanAnswer),
    denominator: denominatorAnswer(denominator),
    numerator: numeratorAnswer(numerator),
  };
}

function denominatorAnswer(checked: CheckedDenominator): BesideAnswer['denominator'] {
  const earlier = checked.kind === 'differs' ? checked.earlier : undefined;
  return {
    check: checked.kind,
    reason: checked.kind === 'cannot-compare' ? checked.reason : null,
    earlier: earlier === undefined ? null : spanAnswer(earlier.span),
    since: earlier?.since.map(changeAnswer) ?? [],
  };
}

function numeratorAnswer(checked: CheckedNumerator): BesideAnswer['numerator'] {
  return {
    check: checked.kind,
    metric: 'metric' in checked ? checked.metric : null,
    notKnown: checked.kind === 'not-known' ? checked.notKnown : null,
    figure: checked.kind === 'shown' ? figureNumbers(checked.figure) : null,
  };
}

function spanAnswer({ from, to, count }: CountedSpan): Static<typeof SpanAnswer> {
  return { from: formatDay(from), to: formatDay(to), count };
}

function changeAnswer({ day, count, opened, closed }: CountedStep): Static<typeof ChangeAnswer> {
  const trusts = (all: CountedStep['opened']) =>
    all.map(({ ods, name, successors }) => ({ ods, name, successors: [...successors] }));
  return { day: formatDay(day), count, opened: trusts(opened), closed: trusts(closed) };
}
