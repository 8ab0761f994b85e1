import type { Problem } from '@milepost/platform';
import { capitalised } from '../format/capitalised';
import type { FormVisit } from '../forms/formVisit';
import type { Link, PageView } from '../pages/pageView';
import { columns } from '../pages/table';
import type { Table } from '../pages/table';
import type { Fault } from './field';
import { controlsOf, inputsOfFields, messagesOf } from './formFields';
import type { FormKind } from './formKind';
import { draftOf } from './idempotencyKey';
import type { Refused } from './refusedFields';
import { refusedFields } from './refusedFields';
import type { Side, Sides } from './sides';
import type { Typed } from './typed';

/** What stands above a form where something is wrong. */
interface ErrorSummary {
  readonly items: readonly { readonly text: string; readonly href?: string }[];
}

const NOTHING_REFUSED: Refused = { faults: [], general: [], fact: undefined };

/** The form, empty, prefilled, or with what was typed in place. @throws Problem where what it would do is done already */
export function formView(
  visit: FormVisit,
  kind: FormKind,
  typed: Typed,
  { faults, general, fact }: Partial<Refused> = NOTHING_REFUSED,
): PageView {
  if (kind.closed) throw kind.closed;
  const errors = errorSummary(faults ?? [], general ?? []);
  return {
    template: 'reporting/form.njk',
    title: titled(kind.title, errors),
    trail: [],
    page: {
      ...shared(kind),
      intro: kind.intro,
      errors,
      standing: fact === undefined ? undefined : entryOfFact(visit, fact),
      controls: controlsOf(kind.form, typed, messagesOf(faults ?? [])),
      hidden: hiddenOf({ draft: draftOf(typed['draft']), version: typed['version'] }),
    },
  };
}

/** The answers before anything is sent, each with the way back to it. */
export function checkView(kind: FormKind, typed: Typed, general: readonly string[] = []): PageView {
  const errors = errorSummary([], general);
  return {
    template: 'reporting/check.njk',
    title: titled(kind.check.title, errors),
    trail: [],
    page: {
      ...shared(kind),
      ...kind.check,
      errors,
      answers: kind.answers(typed),
      retype: kind.retype,
      hidden: carried(kind, typed),
    },
  };
}

/** Both versions side by side, where another became the one in effect while the form was filled in. */
export function conflictView(kind: FormKind, typed: Typed, versions: NonNullable<FormKind['versions']>): PageView {
  const sides = versions.sides(typed);
  return {
    template: 'reporting/conflict.njk',
    title: 'Somebody changed this entry while you were here',
    trail: [],
    page: {
      ...shared(kind),
      table: sidesTable(sides),
      now: sides.now,
      reason: sides.reason,
      entry: sides.sequence,
      goOn: versions.goOn,
      canRestart: versions.restart !== undefined,
      why: kind.answers(typed).filter(({ control }) => control === 'why'),
      hidden: hiddenOf({ ...typedOf(kind, typed), draft: draftOf(typed['draft']), version: versions.now }),
    },
  };
}

/**
 * What a refusal becomes: beside the fields to blame, or above the answers where only sending them failed.
 * @throws Problem where what the form would do was done meanwhile
 */
export function refusalView(visit: FormVisit, kind: FormKind, typed: Typed, problem: Problem): PageView {
  if (kind.closed) throw kind.closed;
  if (problem.slug === 'version-not-effective' && kind.versions) return conflictView(kind, typed, kind.versions);
  const refused = refusedFields(problem, (pointer) => kind.target(pointer, typed));
  const answered = 'command' in kind.command(typed);
  const sendingFailed = refused.faults.length === 0 && (problem.status >= 500 || AGAIN.has(problem.slug));
  if (typed['step'] === 'confirm' && sendingFailed && answered) return checkView(kind, typed, refused.general);
  return formView(visit, kind, typed, refused);
}

/** Refusals that say nothing about what was typed: the same answers can be sent again. */
const AGAIN: ReadonlySet<string> = new Set(['written-meanwhile', 'form-of-another-session']);

function sidesTable({ rows, seen, now, typedToo }: Sides): Table {
  const typed = typedToo ? { typed: 'Not yet' } : {};
  const recorded: Side = {
    label: 'Recorded',
    seen: capitalised(seen),
    now: capitalised(now),
    ...typed,
    differs: false,
  };
  return {
    caption: 'The entry when you opened it, the entry now, and what you typed',
    captionHidden: true,
    head: columns('Part of the entry', 'When you began', 'Now', ...(typedToo ? ['What you typed'] : [])),
    rows: [recorded, ...rows].map((side) => ({
      cells: [side.label, side.seen, side.now, ...(side.typed === undefined ? [] : [side.typed])].map((text) => ({
        text,
      })),
      mark: side.differs ? 'Differs' : undefined,
    })),
  };
}

function shared({ title, caption, action, back }: FormKind) {
  return { heading: title, caption, action, back };
}

function titled(title: string, errors: ErrorSummary | undefined): string {
  return errors === undefined ? title : `Error: ${title}`;
}

function errorSummary(faults: readonly Fault[], general: readonly string[]): ErrorSummary | undefined {
  const items = [
    ...general.map((text) => ({ text })),
    ...faults.map(({ text, input }) => ({ text, href: `#${input}` })),
  ];
  return items.length === 0 ? undefined : { items };
}

function typedOf(kind: FormKind, typed: Typed): Typed {
  const names = new Set(inputsOfFields(kind.form));
  return Object.fromEntries(Object.entries(typed).filter(([name, text]) => names.has(name) && text !== ''));
}

/** Everything that was typed, so that no step loses any of it. */
function carried(kind: FormKind, typed: Typed): readonly Hidden[] {
  return hiddenOf({ ...typedOf(kind, typed), draft: draftOf(typed['draft']), version: typed['version'] });
}

interface Hidden {
  readonly name: string;
  readonly value: string;
}

function hiddenOf(values: Readonly<Record<string, string | undefined>>): readonly Hidden[] {
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

/** The entry in effect of a fact that stands in the way. */
function entryOfFact({ questions, moment, context }: FormVisit, fact: string): Link | undefined {
  const item = questions.fact(moment, fact).find(({ effective }) => effective);
  if (!item) return undefined;
  return { text: `entry ${item.sequence}`, href: `${context.basePath}/entries/${item.sequence}` };
}
