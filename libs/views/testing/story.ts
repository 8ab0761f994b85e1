import type { WrittenEvent } from './arrayLedger';

type Data = Readonly<Record<string, unknown>>;

/** When and about what, besides an event's own members. */
interface Told extends Data {
  /** YYYY-MM-DD; by default the day that it occurred on, else 2024-01-01. */
  readonly publicOn?: string | null;
}

/** Writes events down one after another, each with an id that says its place; `day` precision where no other is said. */
export class Story {
  readonly events: WrittenEvent[] = [];

  constructor(private readonly ledger = 'milepost') {}

  /** A fact in the stream of a subject, `trust-RXX`; gives its id. */
  fact(subject: string, type: string, told: Told): string {
    const { publicOn, ...data } = told;
    const on = publicOn === undefined ? dayIn(data) : publicOn;
    return this.write(subject, `${type}.v1`, dated(data), on);
  }

  correct(fact: string, told: Told): string {
    const { publicOn, ...data } = told;
    const first = this.event(fact);
    const corrects = { fact, replaces: fact, type: first.type, reason: 'Read again.' };
    const on = publicOn === undefined ? dayIn(data) : publicOn;
    return this.write(this.subjectOf(first), 'FactCorrected.v1', { ...dated(data), corrects }, on);
  }

  mark(type: 'FactRetracted' | 'FactReinstated', fact: string, publicOn: string): string {
    return this.write(
      this.subjectOf(this.event(fact)),
      `${type}.v1`,
      { fact, replaces: fact, reason: 'Not so.' },
      publicOn,
    );
  }

  dispute(fact: string, publicOn: string): string {
    return this.write(this.subjectOf(this.event(fact)), 'FactDisputed.v1', { fact, grounds: 'We differ.' }, publicOn);
  }

  resolve(dispute: string, publicOn: string): string {
    return this.write(
      this.subjectOf(this.event(dispute)),
      'DisputeResolved.v1',
      { dispute, outcome: 'It stands.' },
      publicOn,
    );
  }

  write(subject: string, type: string, data: Data, publicOn: string | null): string {
    const id = `00000000-0000-4000-8000-${String(this.events.length).padStart(12, '0')}`;
    this.events.push({ id, stream: `${this.ledger}.${subject}`, type, data, publicOn });
    return id;
  }

  private event(id: string): WrittenEvent {
    return this.events[Number(id.slice(-12))] as WrittenEvent;
  }

  private subjectOf({ stream }: WrittenEvent): string {
    return stream.slice(this.ledger.length + 1);
  }
}

const dated = (data: Data): Data => (data['precision'] === undefined ? { ...data, precision: 'day' } : data);

function dayIn({ occurredOn }: Data): string {
  return typeof occurredOn === 'string' && occurredOn.length === 10 ? occurredOn : '2024-01-01';
}
