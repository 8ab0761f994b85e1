/** Milliseconds since 1970. Handed in wherever time matters, so that tests and generators can say what time it is. */
export type Clock = () => number;
