import type { Problem } from '@milepost/platform';
import type { FormCommand } from '../desk';
import type { Link } from '../pages/pageView';
import type { Fault, Target } from './field';
import type { FormFields } from './formFields';
import type { Sides } from './sides';
import type { Typed } from './typed';

/** One answer as the check page shows it. */
export interface Answer {
  readonly label: string;
  readonly lines: readonly string[];
  /** What is recorded now, where the answer changes it. */
  readonly before?: string | undefined;
  /** Id of the control that a change leads to. */
  readonly control: string;
}

export type Command = { readonly command: FormCommand } | { readonly faults: readonly Fault[] };

/** A form as a whole: its words, what it asks, and the command that it becomes. */
export interface FormKind {
  readonly title: string;
  /** What it is about: the trust, or what an entry says. */
  readonly caption: string;
  /** The form's own address. */
  readonly action: string;
  readonly back: Link;
  /** What to know before filling it in. */
  readonly intro: readonly string[];
  readonly form: FormFields;
  /** What stands in the form when it is first opened. */
  readonly first: Typed;
  readonly check: { readonly title: string; readonly warning: string; readonly button: string };
  command(typed: Typed): Command;
  /** Where a JSON pointer into the command's body leads. */
  target(pointer: string, typed: Typed): Target | undefined;
  answers(typed: Typed): readonly Answer[];
  /** Where the type of report is chosen anew, without losing what was typed. */
  readonly retype?: { readonly label: string; readonly text: string; readonly action: string; readonly slug: string };
  /** Why it is neither shown nor checked any more: what it would do was done, by somebody else or by this form when it was sent before. */
  readonly closed?: Problem | undefined;
  /** Of a form about a version of a fact: what else is recorded by now. */
  readonly versions?: {
    /** The version in effect. */
    readonly now: string;
    sides(typed: Typed): Sides;
    /** What can be done about it, and the button that goes on in spite of it. */
    readonly goOn: { readonly text: string; readonly button: string };
    /** The form as it is for the version in effect, with everything that was typed put in. */
    readonly restart?: (typed: Typed) => Typed;
  };
}

/** Names of the fields that every form carries along: which step is asked for, and what makes sending it again harmless. */
export const STEP_FIELDS = ['step', 'draft', 'version', 'slug'] as const;
