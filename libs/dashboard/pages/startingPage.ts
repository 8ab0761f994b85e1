import type { PageView } from './pageView';

/** The first page until the start is over: how far it has come. It is drawn from the frame's startup. */
export function startingPage(again: string, watching: boolean): PageView {
  return { template: 'starting.njk', title: 'Getting ready', trail: [], page: { again, watching } };
}
