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
      readonly mark: 'correction' | 'retraction' | 'dispute';
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
}
