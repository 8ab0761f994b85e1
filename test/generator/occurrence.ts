import type { Random } from '../../libs/views/testing/random';
import { dayText } from './programme';

type Members = Readonly<Record<string, unknown>>;

/** When something happened, in the forms and about the shares in which sources say it; plans often give no first day. */
export function occurrence(random: Random, instant: number, plan = false): Members {
  const day = dayText(instant);
  const month = Number(day.slice(5, 7));
  const endless = plan ? 12 : 0.15;
  return random.weighted<Members>([
    [70, { occurredOn: day, precision: 'day' }],
    [20, { occurredOn: day.slice(0, 7), precision: 'month' }],
    [3, { occurredOn: day, precision: 'approximate_day' }],
    [2, { occurredOn: `${day.slice(0, 4)}-Q${Math.ceil(month / 3)}`, precision: 'quarter' }],
    [1.5, { occurredOn: day.slice(0, 4), precision: 'year' }],
    [1.5, { occurredOn: day, occurredBy: dayText(instant + 20 * 86_400_000), precision: 'between' }],
    [endless, { occurredBy: day, precision: 'on_or_before' }],
    [endless / 2, { precision: 'unknown' }],
  ]);
}
