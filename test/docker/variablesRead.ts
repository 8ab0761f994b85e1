import { readConfig } from '@milepost/platform';

/** Names of the environment variables that the server reads, as the reading itself asks for them. */
export function variablesRead(): ReadonlySet<string> {
  const asked = new Set<string>();
  readConfig(
    new Proxy<Record<string, string>>(
      {},
      {
        get: (_, name) => {
          asked.add(String(name));
          return undefined;
        },
      },
    ),
  );
  return asked;
}
