/** The events of one stream that are not yet in the file's index, revisions without a gap from `first` on. */
export class StreamTail {
  readonly positions: number[] = [];
  readonly ids: string[] = [];
  private readonly revisions = new Map<string, number>();

  constructor(readonly first: number) {}

  get last(): number {
    return this.first + this.positions.length - 1;
  }

  add(id: string, position: number): void {
    if (!this.revisions.has(id)) this.revisions.set(id, this.first + this.positions.length);
    this.positions.push(position);
    this.ids.push(id);
  }

  position(revision: number): number | undefined {
    return this.positions[revision - this.first];
  }

  /** First revision that holds the id. */
  revisionOf(id: string): number | undefined {
    return this.revisions.get(id);
  }

  from(revision: number, limit: number): number[] {
    const start = Math.max(revision - this.first, 0);
    return this.positions.slice(start, start + limit);
  }

  before(revision: number, limit: number): number[] {
    const end = Math.min(revision, this.last) - this.first + 1;
    return end <= 0 ? [] : this.positions.slice(Math.max(end - limit, 0), end).reverse();
  }
}
