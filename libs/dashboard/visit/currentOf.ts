import type { Observable } from 'rxjs';

/** The value that an observable replays to a new subscriber; undefined where it has none yet. */
export function currentOf<T>(values: Observable<T>): T | undefined {
  let current: T | undefined;
  values.subscribe((value) => (current = value)).unsubscribe();
  return current;
}
