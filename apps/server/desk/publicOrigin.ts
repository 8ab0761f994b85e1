/** Where people reach this server, where the configuration says it. */
export const PUBLIC_ORIGIN = Symbol('where people reach this server');
