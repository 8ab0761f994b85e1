import type { RejectionRule } from './rejectionRules';

/** When and how an event became public; `reported` where the command says so, else `recorded`. */
export interface PublicMark {
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly how: 'reported' | 'recorded';
}

/** An event to append, without id and metadata, which the shell adds. */
export interface DomainEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly public: PublicMark;
}

/** Why a command is refused. A business rule answers with this; it never throws. */
export interface Rejection {
  /** The problem's type. */
  readonly rule: RejectionRule;
  /** What is wrong, for the person who asked. */
  readonly sentence: string;
  /** JSON pointer to the member of the fact's data that is at fault. */
  readonly pointer?: string;
  /** What to do instead. */
  readonly hint?: string;
  /** The fact that stands in the way. */
  readonly fact?: string;
}

export type Decision = { readonly accepted: readonly DomainEvent[] } | { readonly rejected: Rejection };

export const rejected = (rejection: Rejection): Decision => ({ rejected: rejection });
