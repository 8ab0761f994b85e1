import { sampled } from './sampled';

const MOMENT = ['asOf', 'publicBy', 'recordedBy'];
/** So many pages of a list, or answers to a filter, stand for the rest of them. */
const MOST_OF_A_LIST = 6;

/**
 * Which links a walk at one moment follows: pages at that moment, sampled where there are hundreds; of each kind one that leads
 * to another moment, and files once. What is not followed is kept in `left`.
 */
export class Followed {
  readonly left: string[] = [];
  private readonly counts = new Map<string, number>();

  /** @param moment query of the start, `asOf=2026-03-31` */
  constructor(private readonly moment: string) {}

  readonly follow = (address: string): boolean => {
    const isFollowed = this.isWanted(new URL(address, 'http://localhost'));
    if (!isFollowed) this.left.push(address);
    return isFollowed;
  };

  private isWanted({ pathname, searchParams }: URL): boolean {
    const moment = MOMENT.filter((name) => searchParams.has(name)).map((name) => `${name}=${searchParams.get(name)}`);
    const isHere = moment.length === 0 || moment.join('&') === this.moment;
    const kind = pathname.replace(/^(\/api\/v1)?\/(trusts|entries|statements|facts)\/[^/]+/, '$1/$2/…');
    if (!isHere) return this.isAmong(`elsewhere ${kind}`, 1);
    if (pathname.startsWith('/api/') || /\.\w+$/.test(pathname)) return this.isAmong(`file ${kind}`, 2);
    return sampled(pathname) && (kind !== pathname || this.isAmong(pathname, MOST_OF_A_LIST));
  }

  private isAmong(kind: string, most: number): boolean {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    return count <= most;
  }
}
