import { parseDay } from '@milepost/domain';
import type { LedgerReader } from '@milepost/ledger';
import { InvalidRecordedBy, NotYetRecorded } from '@milepost/ledger';
import type { LedgerContext } from './ledgerContext';
import type { ViewStatus } from './questions';
import { resolveMoment, resolveRecord } from './resolveMoment';

const LONDON_SUMMER_NIGHT = Date.parse('2026-06-30T23:30:00.000Z');
const live = (view: string, next: number): ViewStatus => ({ view, version: '1', next, state: { kind: 'live' } });

function contextWith(size: number, views: readonly ViewStatus[]): LedgerContext {
  const reader: Pick<LedgerReader, 'head' | 'resolve' | 'recordedAt' | 'rootAt'> = {
    head: () => ({ size, lastRecordedAt: undefined }),
    recordedAt: (sequence) => sequence * 1000,
    rootAt: (at) => new Uint8Array(32).fill(at),
    resolve: (recordedBy) => {
      if (recordedBy === 'nonsense') throw new InvalidRecordedBy(recordedBy);
      const named = Number(recordedBy?.replace('size:', ''));
      if (named > size) throw new NotYetRecorded(named, size);
      return recordedBy === undefined || recordedBy === 'future'
        ? { size, final: false }
        : { size: named, final: true };
    },
  };
  return {
    ledger: 'milepost',
    clock: () => LONDON_SUMMER_NIGHT,
    reader: () => reader,
    questions: () => ({ status: () => views }),
  } as unknown as LedgerContext;
}

const slug = (action: () => unknown): string => {
  try {
    action();
    return 'resolved';
  } catch (error) {
    return (error as { slug: string }).slug;
  }
};

describe('the moment of a question', () => {
  const context = contextWith(9, [live('facts', 9), live('epr', 9)]);

  it('is today in London and all that is held, without more words', () => {
    const { moment, final, pinned, answer } = resolveMoment(context, {});
    expect(moment).toEqual({ asOf: parseDay('2026-07-01'), size: 9, publicBy: undefined });
    expect({ final, pinned }).toEqual({ final: false, pinned: false });
    expect(answer(['epr-live@1'])).toEqual({
      ledger: 'milepost',
      asOf: '2026-07-01',
      size: '9',
      recordedBy: null,
      lastRecordedAt: '1970-01-01T00:00:08.000Z',
      root: Buffer.alloc(32, 9).toString('base64'),
      publicBy: null,
      definitions: ['epr-live@1'],
      final: false,
      view: 'facts@1 epr@1',
    });
  });

  it('is what was asked, final where it can never change, and says so', () => {
    const asked = { asOf: '2024-02-29', recordedBy: 'size:4', publicBy: '2024-03-01' };
    const { moment, final, pinned, answer } = resolveMoment(context, asked);
    expect(moment).toEqual({ asOf: parseDay('2024-02-29'), size: 4, publicBy: parseDay('2024-03-01') });
    expect({ final, pinned }).toEqual({ final: true, pinned: true });
    expect(answer()).toMatchObject({ asOf: '2024-02-29', size: '4', recordedBy: 'size:4', publicBy: '2024-03-01' });
  });

  it('of nothing at all is answered, without a last time', () => {
    expect(resolveMoment(context, { recordedBy: 'size:0' }).answer()).toMatchObject({
      size: '0',
      lastRecordedAt: null,
    });
  });

  it.each([
    [{ asOf: '2025-02-29' }, 'invalid-moment'],
    [{ publicBy: 'yesterday' }, 'invalid-moment'],
    [{ recordedBy: 'nonsense' }, 'invalid-moment'],
    [{ recordedBy: 'size:10' }, 'not-yet-recorded'],
  ])('%j is refused as %s', (asked, expected) => {
    expect(slug(() => resolveMoment(context, asked))).toBe(expected);
  });

  it('is what the views have applied, where they are a step behind the ledger', () => {
    const behind = contextWith(9, [live('facts', 9), live('epr', 7)]);
    expect(resolveMoment(behind, {}).moment.size).toBe(7);
    expect(resolveMoment(behind, { recordedBy: 'future' }).moment.size).toBe(7);
    // A size that is named is answered exactly or not at all; the views refuse what they do not hold yet.
    expect(resolveMoment(behind, { recordedBy: 'size:8' }).moment.size).toBe(8);
  });

  describe('where a view has halted', () => {
    const halted = contextWith(9, [
      live('facts', 9),
      { view: 'epr', version: '1', next: 5, state: { kind: 'halted', sequence: 5, reason: 'No such state.' } },
    ]);

    it('does not make an old answer look like a new one', () => {
      expect(slug(() => resolveMoment(halted, {}))).toBe('view-halted');
      expect(() => resolveMoment(halted, {})).toThrow('recordedBy=size:5 are answered');
    });

    it('is answered as before it halted', () => {
      expect(resolveMoment(halted, { recordedBy: 'size:5' }).moment.size).toBe(5);
    });

    it('is answered where other views answer', () => {
      expect(resolveMoment(halted, {}, ['facts']).moment.size).toBe(9);
    });
  });

  it('of entries themselves depends on no day and on no view', () => {
    const ahead = contextWith(9, [live('facts', 2)]);
    expect(resolveRecord(ahead, undefined)).toMatchObject({ size: 9, final: false, pinned: false });
    expect(resolveRecord(ahead, 'size:3').answer()).toMatchObject({ asOf: null, size: '3', final: true, view: null });
  });
});
