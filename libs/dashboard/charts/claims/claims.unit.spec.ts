import { fact } from '../../testing/scriptedFacts';
import type { ScriptedFact } from '../../testing/scriptedFacts';
import { claimsKey } from './claimsKey';
import { coverageFinding } from './coverageFinding';
import { endMoves } from './endMoves';
import { standardFinding } from './standardFinding';
import { statementParts } from './statementPart';

let sequence = 0;
const said = (occurredOn: string, members: Readonly<Record<string, unknown>>): ScriptedFact =>
  fact({
    sequence: (sequence += 1),
    subject: `statement-${String(sequence)}`,
    type: 'StatementPublished.v1',
    data: {
      occurredOn,
      precision: occurredOn.length === 10 ? 'day' : occurredOn.length === 7 ? 'month' : 'year',
      ...members,
    },
    publicOn: `${occurredOn}-12-31`.slice(0, 10).replace(/-12$/, '-28'),
  });

const claim = (refersTo: string, numerator: number, denominator: number, percent: number) =>
  said('2025-06-01', {
    ...{ kind: 'claim', metric: 'epr_coverage', refersTo, numerator, denominator },
    ...{ percentLow: percent, percentHigh: percent },
  });
const partsOf = (...statements: readonly ScriptedFact[]) => statementParts(statements, ['epr_coverage', 'core_level']);

describe('what claims come to', () => {
  it('compares the first with the last, by the days that they are about and not by when they were said', () => {
    const finding = coverageFinding(
      partsOf(claim('2025', 187, 206, 91), claim('2023-11-15', 189, 210, 90), claim('2024', 189, 208, 91)),
    );
    expect(finding).toBe('Coverage rose from 90% to 91% while trusts with an EPR fell from 189 to 187');
  });

  it.each([
    [[180, 90], [190, 95], 'Coverage rose from 90% to 95% and trusts with an EPR rose from 180 to 190'],
    [[190, 95], [180, 90], 'Coverage fell from 95% to 90% and trusts with an EPR fell from 190 to 180'],
    [[190, 95], [190, 90], 'Coverage fell from 95% to 90% while trusts with an EPR stayed at 190'],
    [[190, 95], [180, 95], 'Coverage stayed at 95% while trusts with an EPR fell from 190 to 180'],
    [[190, 95], [190, 95], 'Coverage stayed at 95% and trusts with an EPR stayed at 190'],
  ] as const)('says which way each went: %j, then %j', ([some, one], [others, two], words) => {
    expect(coverageFinding(partsOf(claim('2023', some, 200, one), claim('2024', others, 200, two)))).toBe(words);
  });

  it('makes no comparison of one claim, nor of those without their numbers', () => {
    expect(coverageFinding(partsOf(claim('2023', 189, 210, 90)))).toBe(
      'Coverage was claimed once with its numbers: 189 of 210 trusts, 90%',
    );
    const bare = said('2024', { kind: 'claim', metric: 'epr_coverage', percentLow: 93, percentHigh: 93 });
    expect(coverageFinding(partsOf(bare))).toBe('No claim of coverage gives the trusts that it counts');
  });

  it('sets the last claim of the standard beside the last target', () => {
    const target = said('2025-11-28', { kind: 'target', metric: 'core_level', percentLow: 70, targetDate: '2026-03' });
    const share = said('2025', { kind: 'claim', metric: 'core_level', percentLow: 56, refersTo: '2025' });
    expect(standardFinding(partsOf(target, share))).toBe(
      '56% of trusts were said to meet the standard in 2025; the target was 70% by March 2026',
    );
    expect(standardFinding(partsOf(target))).toBe('The target for the standard is 70% by March 2026');
  });
});

describe('the parts of statements that can be drawn', () => {
  it('are claims over the days that they are about, forecasts on the last day of theirs, targets from announcement to deadline', () => {
    const forecast = said('2025-02-11', {
      kind: 'forecast',
      metric: 'epr_coverage',
      percentLow: 96,
      targetDate: '2026-03',
    });
    const target = said('2022-02', { kind: 'target', metric: 'epr_coverage', percentLow: 90, targetDate: '2023-12' });
    const days = partsOf(claim('2024', 1, 2, 50), claim('2023-11-15', 1, 2, 50), forecast, target).map(
      ({ kind, window }) => [
        kind,
        ...[window.earliest, window.latest].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
      ],
    );
    expect(days).toEqual([
      ['claim', '2023-11-15', '2023-11-15'],
      ['target', '2022-02-28', '2023-12-31'],
      ['claim', '2024-01-01', '2024-12-31'],
      ['forecast', '2026-03-31', '2026-03-31'],
    ]);
  });

  it('are not those without a percentage, without a deadline, or about something else', () => {
    expect(
      partsOf(
        said('2024', { kind: 'claim', metric: 'epr_coverage' }),
        said('2024', { kind: 'target', metric: 'epr_coverage', percentLow: 90 }),
        said('2024', { kind: 'claim', metric: 'dma', percentLow: 90 }),
        said('2024', { kind: 'publication', metric: 'epr_coverage', percentLow: 90 }),
      ),
    ).toEqual([]);
  });

  it('tell a copy by its source', () => {
    const copy = said('2024', {
      kind: 'claim',
      metric: 'epr_coverage',
      percentLow: 90,
      source: { publisher: 'A mirror', kind: 'copy' },
    });
    expect(partsOf(copy).map((part) => part.copy)).toEqual([true]);
  });
});

describe('the move of the programme’s end', () => {
  const started = said('2021', { kind: 'decision', topic: 'programme_started', targetDate: '2025-03' });
  const moved = said('2023-07', { kind: 'target', metric: 'programme_end', targetDate: '2026-03' });

  it('is from the end that was said before to the new one, from statements alone', () => {
    expect(endMoves([moved, started]).map(({ fact, from, to }) => [fact, from.text, to.text])).toEqual([
      [moved, '2025-03', '2026-03'],
    ]);
  });

  it('is not known where only one end was said', () => {
    expect(endMoves([moved])).toEqual([]);
    expect(endMoves([started])).toEqual([]);
  });
});

describe('the key of a chart of claims', () => {
  const copied = { source: { publisher: 'A mirror', kind: 'copy' } };

  it('explains the signs that the chart has, and no others', () => {
    expect(claimsKey(partsOf(claim('2023-11-15', 189, 210, 90)), false)).toEqual(['A disc is a claim for a day.']);
    const share = said('2025', { kind: 'claim', metric: 'core_level', percentLow: 56, refersTo: '2025', ...copied });
    const target = said('2025-11-28', { kind: 'target', metric: 'core_level', percentLow: 70, targetDate: '2026-03' });
    expect(claimsKey(partsOf(target, share), true)).toEqual([
      'A target is drawn from the day it was announced to its deadline. A move of the programme’s end is drawn from the day it had been to the day it became. Whether a target moved with it is not in this record.',
      'A bar is a claim for a month or a year. Hollow: seen in a secondary copy only.',
    ]);
  });
});
