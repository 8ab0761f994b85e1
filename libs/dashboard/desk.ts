import type { IncomingHttpHeaders } from 'node:http';
import type { Principal } from '@milepost/access';
import type { TokenRole } from '@milepost/domain';

/** Who is signed in on the pages. */
export interface Session {
  readonly role: TokenRole;
  /** ODS codes of the trusts that they write for; undefined: all. */
  readonly trusts: ReadonlySet<string> | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** What each form carries in its hidden field `csrf`. */
  readonly csrf: string;
  readonly principal: Principal;
}

/** A write as the API takes it: to `/trusts/{ods}/{kind}` or `/facts/{fact}/{mark}`, with the API's JSON body. */
export type FormCommand =
  | {
      readonly ods: string;
      readonly kind: 'milestones' | 'plans' | 'states' | 'assessments';
      readonly body: object;
    }
  | {
      readonly fact: string;
      readonly mark: 'correction' | 'retraction' | 'reinstatement' | 'dispute' | 'resolution';
      readonly body: object;
    };

/** What became of a write. */
export interface Sent {
  /** Number of the entry. */
  readonly sequence: number;
  /** Id of the fact: that of its first version. */
  readonly fact: string;
  /** Id of the event just recorded. */
  readonly version: string;
}

/** A file of reports that somebody sends by form. */
export interface SentFile {
  readonly kind: 'returns' | 'milestones' | 'dma';
  /** As the browser names it; it is shown, and never opened. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The day on which rows without a day of their own became public, YYYY-MM-DD. */
  readonly publishedOn: string | undefined;
}

/** What became of a file's rows, or would become of them. Their counts add up to `rows`. */
export interface FileOutcome {
  readonly rows: number;
  /** Rows that give something new, corrections included. */
  readonly recorded: number;
  readonly corrected: number;
  /** Rows that are in the record already. */
  readonly skipped: number;
  readonly nothingToRecord: number;
  readonly refused: number;
  /** Rows that it did not come to before it was stopped. */
  readonly notReached: number;
  readonly refusals: readonly FilePlace[];
  /** What else is worth knowing, and refuses no row. */
  readonly notes: readonly FilePlace[];
  /** The first rows that give something new, and what they say. */
  readonly news: readonly FileNews[];
  /** Why it ended before its end, where it did. What was recorded until then stays. */
  readonly stopped: string | undefined;
}

/** Something about a place in a file. */
export interface FilePlace {
  /** From 1, the header line counted; undefined where it is about no line. */
  readonly line: number | undefined;
  readonly column: string | undefined;
  readonly reason: string;
}

/** What a row of a file would record. */
export interface FileNews {
  readonly line: number;
  readonly isCorrection: boolean;
  readonly events: readonly {
    /** `trust-RXX` */
    readonly subject: string;
    readonly type: string;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
}

/**
 * Where pages sign people in and hand in what they write; the server puts it into practice with the API's own commands.
 * A class, so that Nest can inject it by its name.
 */
export abstract class Desk {
  /** Where people reach this server, `https://milepost.example`, where the configuration says it. */
  abstract readonly origin: string | undefined;
  /** By the cookie; undefined where there is none, or it is no longer good. @throws StoreUnavailable */
  abstract session(headers: IncomingHttpHeaders): Promise<Session | undefined>;
  /**
   * What a sign-in link's code would open, without using it up.
   * @throws Problem `sign-in-refused` (400) whose detail says what to do
   */
  abstract look(code: string): Promise<Pick<Session, 'role' | 'trusts'>>;
  /** Uses a sign-in link up. `cookie` is the whole `Set-Cookie` header. @throws Problem as `look` */
  abstract signIn(code: string): Promise<{ readonly cookie: string; readonly session: Session }>;
  /** Ends a session; gives the `Set-Cookie` header that forgets it. */
  abstract signOut(session: Session): Promise<string>;
  /**
   * Everything that sending would refuse, without recording anything.
   * @throws Problem with `errors: [{pointer, detail}]` as the API gives it
   */
  abstract check(command: FormCommand, session: Session): Promise<void>;
  /**
   * Records, and waits until pages show it. The key makes a second submission of the same form harmless.
   * @param key 1 to 200 visible ASCII characters, such as a UUID, made with the form
   * @throws Problem as `check`; 503 `not-visible-yet` where it is recorded and pages do not show it in time
   */
  abstract send(command: FormCommand, session: Session, key: string): Promise<Sent>;
  /**
   * Takes a file in, or says what would come of it where `dryRun`. Importing the same again records nothing.
   * @throws Problem where the file as a whole cannot be taken; what is wrong with its rows is in the outcome
   */
  abstract importFile(file: SentFile, session: Session, dryRun: boolean): Promise<FileOutcome>;
}
