import type { IncomingHttpHeaders } from 'node:http';

/** The cookie that holds a session's token. It goes with the browser's window, and reaches no script and no other site's forms. */
export class SessionCookie {
  private readonly name: string;
  private readonly attributes: string;

  /**
   * @param ledger in the cookie's name, since a ledger's cookie also comes to the ledgers mounted below it
   * @param secure whether people come over https
   */
  constructor(ledger: string, basePath: string, secure: boolean) {
    this.name = `${secure ? '__Secure-' : ''}${ledger}-session`;
    this.attributes = `Path=${basePath === '' ? '/' : basePath}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  }

  /** The token in it, unchecked. */
  read({ cookie = '' }: IncomingHttpHeaders): string | undefined {
    const begin = `${this.name}=`;
    const held = cookie.split(';').map((pair) => pair.trim());
    return held.find((pair) => pair.startsWith(begin))?.slice(begin.length);
  }

  /** `Set-Cookie` for a token. */
  holding(token: string): string {
    return `${this.name}=${token}; ${this.attributes}`;
  }

  /** `Set-Cookie` that forgets it. */
  gone(): string {
    return `${this.name}=; ${this.attributes}; Max-Age=0`;
  }
}
