import { InvalidRecordedBy } from './invalidRecordedBy';
import { NotYetRecorded } from './notYetRecorded';
import { resolveRecordedBy } from './resolveRecordedBy';

/** Effective recorded times of a ledger of six entries. */
const TIMES = [
  '2026-03-28T10:00:00.000Z',
  '2026-03-28T23:59:59.999Z',
  '2026-03-29T00:00:00.000Z',
  '2026-03-29T22:59:59.999Z',
  '2026-03-29T23:00:00.000Z',
  '2026-03-30T12:00:00.000Z',
].map((text) => Date.parse(text));

const resolve = (recordedBy: string | undefined, times = TIMES) =>
  resolveRecordedBy(recordedBy, times.length, (instant) => times.filter((time) => time < instant).length);

it('is the head when nothing is asked, and not final', () => {
  expect(resolve(undefined)).toEqual({ size: 6, final: false });
});

it.each([
  ['size:0', 0],
  ['size:4', 4],
  ['size:6', 6],
])('%s is that many, final', (asked, size) => {
  expect(resolve(asked)).toEqual({ size, final: true });
});

it('a size beyond the head is not yet recorded', () => {
  expect(() => resolve('size:7')).toThrow(new NotYetRecorded(7, 6));
  expect(() => resolve('size:7')).toThrow('size:7 is not yet recorded; there are 6 entries.');
});

it.each([
  ['2026-03-28T09:59:59.999Z', 0, true],
  ['2026-03-28T10:00:00.000Z', 1, true],
  ['2026-03-28T10:00:00Z', 1, true],
  ['2026-03-28T10:00:00+00:00', 1, true],
  ['2026-03-28T11:00:00+01:00', 1, true],
  ['2026-03-28t10:00:00z', 1, true],
  ['2026-03-28T23:59:59.9989999Z', 1, true],
  ['2026-03-28T23:59:59.9999999Z', 2, true],
  ['2026-03-30T11:59:59.999Z', 5, true],
  ['2026-03-30T12:00:00.000Z', 6, false],
  ['9999-12-31T23:59:59Z', 6, false],
])('the instant %s counts entries at or before it: %i, final %s', (asked, size, final) => {
  expect(resolve(asked)).toEqual({ size, final });
});

it.each([
  ['2026-03-27', 0, true],
  ['2026-03-28', 2, true],
  // Clocks went forward in the night to 29 March 2026: its day ends at 23:00 UTC.
  ['2026-03-29', 4, true],
  ['2026-03-30', 6, false],
])('the London day %s counts to its midnight: %i, final %s', (asked, size, final) => {
  expect(resolve(asked)).toEqual({ size, final });
});

it('ends a day of 25 hours at its midnight in London', () => {
  const times = ['2026-10-24T23:30:00.000Z', '2026-10-25T23:59:59.999Z', '2026-10-26T00:00:00.000Z'].map((t) =>
    Date.parse(t),
  );
  expect(resolve('2026-10-25', times)).toEqual({ size: 2, final: true });
  expect(resolve('2026-10-24', times)).toEqual({ size: 0, final: true });
});

it.each(['2026-03-28', '2026-03-28T10:00:00Z', undefined])('over an empty ledger %s is nothing, not final', (asked) => {
  expect(resolve(asked, [])).toEqual({ size: 0, final: false });
});

it.each([
  '',
  'size:',
  'size:-1',
  'size:01',
  'size:1.5',
  'size:9999999999999999',
  ' size:1',
  'now',
  '2026-02-30',
  '2026-13-01',
  '2026-3-1',
  '2026-03',
  '2026-W13-1',
  '2026-03-28T10:00:00',
  '2026-03-28T10:00Z',
  '2026-03-28 10:00:00Z',
  '2026-03-28T24:00:00Z',
  '2026-03-28T10:60:00Z',
  '2026-12-31T23:59:60Z',
  '2026-03-28T10:00:00 01:00',
  '2026-03-28T10:00:00+25:00',
  '2026-02-29T10:00:00Z',
])('"%s" names nothing', (asked) => {
  expect(() => resolve(asked)).toThrow(InvalidRecordedBy);
});

it('says what to write instead, and repeats only so much of what was asked', () => {
  expect(() => resolve('x'.repeat(5_000))).toThrow(
    /^recordedBy is "x{100}"; write a day that exists .*\(size:1200\)\.$/,
  );
});
