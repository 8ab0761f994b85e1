/** Injection token of the server's logger. */
export const SERVER_LOGGER = Symbol('server logger');
