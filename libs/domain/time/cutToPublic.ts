import type { Day } from './day';
import type { Window } from './window';

/**
 * Something that was public by a day had happened by then: the window ends there at the latest.
 * Where the day is before the window, the fact was announced ahead and is not cut. Plans are never cut.
 */
export function cutToPublic(window: Window, publicOn: Day): Window {
  if (publicOn < window.earliest || publicOn >= window.latest) return window;
  return { earliest: window.earliest, latest: publicOn };
}
