import type { EventData } from '../format/eventMembers';
import type { Control } from './control';
import type { Fault, Field, Messages, Target, Written } from './field';
import type { Typed } from './typed';

/** The questions of a form: those that everybody is asked, and those that few need. */
export interface FormFields {
  readonly fields: readonly Field[];
  readonly more: readonly Field[];
}

export const allOf = ({ fields, more }: FormFields): readonly Field[] => [...fields, ...more];

export const inputsOfFields = (form: FormFields): readonly string[] => allOf(form).flatMap(({ inputs }) => inputs);

/** What was typed as members of the data, or everything that is wrong with it, in the order of the page. */
export function writeFields(form: FormFields, typed: Typed): Written {
  const parts = allOf(form).map((field) => field.write(typed));
  return {
    members: Object.assign({}, ...parts.map(({ members }) => members)) as EventData,
    faults: parts.flatMap(({ faults }) => faults),
  };
}

export function fillFields(form: FormFields, data: EventData): Typed {
  return Object.assign({}, ...allOf(form).map((field) => field.fill(data))) as Typed;
}

/**
 * What was typed over one version, put into another: a field that was changed keeps all that was typed in it, and any other
 * holds what the other version says.
 */
export function movedTo(form: FormFields, typed: Typed, seen: EventData, now: EventData): Typed {
  const moved = allOf(form).map((field): Typed => {
    const { members, faults } = field.write(typed);
    const asSeen = field.write(field.fill(seen)).members;
    const isChanged = faults.length > 0 || JSON.stringify(members) !== JSON.stringify(asSeen);
    return isChanged ? {} : { ...Object.fromEntries(field.inputs.map((input) => [input, ''])), ...field.fill(now) };
  });
  return Object.assign({ ...typed }, ...moved) as Typed;
}

/** Data without the members that the form asks for: they stay as they are. */
export function keptBeside(form: FormFields, data: EventData): EventData {
  const asked = new Set(allOf(form).flatMap(({ members }) => members));
  return Object.fromEntries(Object.entries(data).filter(([member]) => !asked.has(member)));
}

/** Everything that stands on the form, with what was typed in place. */
export function controlsOf({ fields, more }: FormFields, typed: Typed, messages: Messages): readonly Control[] {
  const controls = fields.flatMap((field) => field.controls(typed, messages));
  if (more.length === 0) return controls;
  const open = more.some(({ inputs }) => inputs.some((input) => (typed[input] ?? '') !== '' || messages.has(input)));
  const folded = more.flatMap((field) => field.controls(typed, messages));
  return [...controls, { kind: 'more', label: 'More that you can say (optional)', open, controls: folded }];
}

export function messagesOf(faults: readonly Fault[]): Messages {
  // The first thing wrong with a control is said beside it; the summary says all.
  return new Map([...faults].reverse().map(({ at, text }) => [at, text]));
}

/** Where a JSON pointer into the data leads on the form; undefined where nothing on it is to blame. */
export function targetIn(form: FormFields, pointer: string, typed: Typed): Target | undefined {
  for (const field of allOf(form)) {
    const target = field.target(pointer, typed);
    if (target !== undefined) return target;
  }
  return undefined;
}
