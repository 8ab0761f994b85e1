/** What stands on a form, as `controls.njk` draws it in the design system's markup. `id` is also the input's name. */

interface Labelled {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

export interface TextControl extends Labelled {
  readonly kind: 'text';
  readonly value: string;
  /** Width in characters: 2, 3, 4, 5, 10, 20 or 30; full where it is absent. */
  readonly width?: number;
  readonly prefix?: string;
  readonly suffix?: string;
}

export interface AreaControl extends Labelled {
  readonly kind: 'area';
  readonly value: string;
  /** Its label is a question of its own weight. */
  readonly question?: boolean;
  readonly rows: number;
}

/** The three inputs of a date, or fewer, in one group. */
export interface DateControl extends Labelled {
  readonly kind: 'date';
  readonly items: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly width: number;
    readonly wrong: boolean;
  }[];
}

export interface Choice {
  readonly id: string;
  readonly value: string;
  readonly text: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  /** Asked for beside this choice only. */
  readonly inside?: readonly Control[];
}

export interface RadiosControl extends Labelled {
  readonly kind: 'radios';
  /** Name of the inputs; the first has the control's id, so that messages lead to it. */
  readonly name: string;
  readonly choices: readonly Choice[];
}

/** Boxes each have a name of their own, so that no name comes twice. */
export interface BoxesControl extends Labelled {
  readonly kind: 'boxes';
  readonly choices: readonly Choice[];
}

/** Controls that belong together, under one legend. */
export interface GroupControl extends Labelled {
  readonly kind: 'group';
  readonly controls: readonly Control[];
}

/** Controls that few need, folded away until one holds something. */
export interface MoreControl {
  readonly kind: 'more';
  readonly label: string;
  readonly open: boolean;
  readonly controls: readonly Control[];
}

export type Control =
  TextControl | AreaControl | DateControl | RadiosControl | BoxesControl | GroupControl | MoreControl;
