/** Settings that an operator's connection string may set, else these. */
const OURS: Readonly<Record<string, string>> = {
  connectionName: 'milepost',
  // The client looks at a silent connection only every 10 s, and prints a warning when told to look more often.
  keepAliveInterval: '10000',
  keepAliveTimeout: '2500',
  // Seconds: a member that is stopped, not dead, must not hold up the search for the others.
  gossipTimeout: '2',
  maxDiscoverAttempts: '3',
};

/**
 * The connection string as the client is given it.
 *
 * - With several hosts `esdb+discover` would use the first only; `esdb` asks all of them.
 * - Without its throwing mode the client answers a wrong revision with a made-up number.
 */
export function clientAddress(connectionString: string): string {
  const { base, settings } = taken(connectionString);
  const several = base.slice(base.lastIndexOf('@') + 1).includes(',');
  const address = several ? base.replace(/^esdb\+discover:/, 'esdb:') : base;
  const all = new Map([
    ...Object.entries(OURS).map(([name, value]) => [flat(name), [name, value]] as const),
    ...settings,
  ]);
  all.delete(flat('throwOnAppendFailure'));
  return `${address}?${[...all.values()].map(([key, value]) => `${key}=${value}`).join('&')}`;
}

/** The settings start at the first `?` after the hosts; a password may hold one too. */
function taken(connectionString: string): { base: string; settings: [string, [string, string]][] } {
  const text = connectionString.trim();
  const start = text.indexOf('?', text.lastIndexOf('@') + 1);
  const base = (start === -1 ? text : text.slice(0, start)).replace(/\/+$/, '');
  const query = start === -1 ? '' : text.slice(start + 1);
  const pairs = query.split(/[&?]/).filter((pair) => pair !== '');
  return { base, settings: pairs.map((pair) => splitPair(pair)) };
}

function splitPair(pair: string): [string, [string, string]] {
  const equals = pair.indexOf('=');
  const name = equals === -1 ? pair : pair.slice(0, equals);
  return [flat(name), [name, equals === -1 ? '' : pair.slice(equals + 1)]];
}

/** The client takes names in any case, also with hyphens. */
function flat(name: string): string {
  return name.trim().toLowerCase().replace(/[_-]/g, '');
}
