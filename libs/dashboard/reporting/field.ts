import type { EventData } from '../format/eventMembers';
import type { Control } from './control';
import type { Typed } from './typed';

/** Where a message belongs: beside a control, and at the input that the summary's link leads to. Both are ids on the page. */
export interface Target {
  readonly at: string;
  readonly input: string;
}

/** What is wrong with what was typed, in words that say what to do. */
export interface Fault extends Target {
  readonly text: string;
}

/** What a field makes of what was typed: members of the fact's data, and what stands in the way. */
export interface Written {
  readonly members: EventData;
  readonly faults: readonly Fault[];
}

/** Messages by the id of the control that they stand beside. */
export type Messages = ReadonlyMap<string, string>;

/**
 * One question of a form. It maps what was typed to members of a fact's data and back without loss: for any data that its
 * schema takes, `write(fill(data))` gives the field's members again (texts without white space around them).
 */
export interface Field {
  /** Id of its first control: where a link to change it leads. */
  readonly id: string;
  /** What it is called among the answers. */
  readonly label: string;
  /** Names of all its inputs. */
  readonly inputs: readonly string[];
  /** Names of the members of the data that are its own. */
  readonly members: readonly string[];
  write(typed: Typed): Written;
  fill(data: EventData): Typed;
  controls(typed: Typed, messages: Messages): readonly Control[];
  /** The answer in words, line by line; empty where nothing is said. */
  answer(data: EventData): readonly string[];
  /** Where a JSON pointer into the data leads; undefined where it is none of its members. */
  target(pointer: string, typed: Typed): Target | undefined;
}

export const written = (members: EventData): Written => ({ members, faults: [] });
export const faulty = (...faults: readonly Fault[]): Written => ({ members: {}, faults });
/** A fault of a control that is one input. */
export const faultAt = (id: string, text: string): Fault => ({ at: id, input: id, text });
