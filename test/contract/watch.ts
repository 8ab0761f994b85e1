import type { AllStreamSubscription, ResolvedEvent, StreamSubscription } from '@eventstore/db-client';

/** Everything a subscription said, in order, and a way to wait for more without sleeping. */
export interface Watched {
  /** `confirmation`, `caught up`, `end`, an error's name, or an event's id. */
  readonly said: string[];
  readonly events: ResolvedEvent[];
  /** Settles as soon as the condition holds. */
  until(condition: () => boolean): Promise<void>;
  /** Waits for so many events altogether. */
  count(events: number): Promise<void>;
  stop(): Promise<void>;
}

export function watch(subscription: StreamSubscription | AllStreamSubscription): Watched {
  const said: string[] = [];
  const events: ResolvedEvent[] = [];
  let waiting: { condition: () => boolean; resolve: () => void }[] = [];
  const look = (): void => {
    for (const { condition, resolve } of waiting) if (condition()) resolve();
    waiting = waiting.filter(({ condition }) => !condition());
  };
  const say = (word: string): void => {
    said.push(word);
    look();
  };
  subscription.on('confirmation', () => say('confirmation'));
  subscription.on('caughtUp', () => say('caught up'));
  subscription.on('error', (error) => say(error.constructor.name));
  subscription.on('end', () => say('end'));
  subscription.on('data', (event: ResolvedEvent) => {
    events.push(event);
    say(event.event?.id ?? 'none');
  });
  const until = (condition: () => boolean): Promise<void> =>
    condition() ? Promise.resolve() : new Promise((resolve) => waiting.push({ condition, resolve }));
  return {
    said,
    events,
    until,
    count: (number) => until(() => events.length >= number),
    stop: () => subscription.unsubscribe(),
  };
}
