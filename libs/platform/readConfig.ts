import { resolve } from 'node:path';
import { LOG_LEVELS } from './config';
import type { Config } from './config';
import { ConfigInvalid } from './configInvalid';

type Environment = Readonly<Record<string, string | undefined>>;
type Complain = (sentence: string) => void;

/**
 * Reads the configuration and freezes it. An empty variable counts as not set.
 * @throws {ConfigInvalid} naming every variable that cannot be used, not only the first.
 */
export function readConfig(env: Environment = process.env): Config {
  const complaints: string[] = [];
  const complain: Complain = (sentence) => complaints.push(sentence);
  const eventStoreUrl = storeUrl(env, complain);
  const config: Config = {
    port: port(env, complain),
    host: host(env, complain),
    dataDir: resolve(valueOf(env, 'MILEPOST_DATA_DIR') ?? 'var'),
    read: oneOf(env, 'MILEPOST_READ', ['open', 'token'], 'open', complain),
    origin: origin(env, complain),
    eventStoreUrl,
    demonstration:
      oneOf(env, 'MILEPOST_DEMONSTRATION', ['on', 'off'], eventStoreUrl === undefined ? 'on' : 'off', complain) ===
      'on',
    logLevel: oneOf(env, 'MILEPOST_LOG', LOG_LEVELS, 'info', complain),
  };
  if (complaints.length > 0) throw new ConfigInvalid(complaints);
  return Object.freeze(config);
}

function valueOf(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function port(env: Environment, complain: Complain): number {
  const value = valueOf(env, 'PORT');
  if (value === undefined) return 3000;
  if (/^[0-9]{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  complain(`PORT is "${value}"; set it to a whole number from 0 to 65535, or leave it out for 3000.`);
  return 0;
}

function host(env: Environment, complain: Complain): string {
  const value = valueOf(env, 'HOST') ?? '127.0.0.1';
  if (!/^[A-Za-z0-9.:_-]{1,255}$/.test(value)) {
    complain(`HOST is "${value}"; set it to an address or name without a port, or leave it out for 127.0.0.1.`);
  }
  return value;
}

function oneOf<Choice extends string>(
  env: Environment,
  name: string,
  choices: readonly Choice[],
  otherwise: Choice,
  complain: Complain,
): Choice {
  const value = valueOf(env, name);
  if (value === undefined) return otherwise;
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) {
    complain(`${name} is "${value}"; set it to ${choices.join(' or ')}, or leave it out for ${otherwise}.`);
  }
  return chosen ?? otherwise;
}

function origin(env: Environment, complain: Complain): string | undefined {
  const value = valueOf(env, 'MILEPOST_ORIGIN');
  if (value === undefined) return undefined;
  if (/^https?:\/\/[^/?#@\s]+\/?$/.test(value) && URL.canParse(value)) return new URL(value).origin;
  complain(
    `MILEPOST_ORIGIN is "${value}"; set it to where people reach this server, such as https://milepost.example, ` +
      'without a path, or leave it out.',
  );
  return undefined;
}

function storeUrl(env: Environment, complain: Complain): string | undefined {
  const value = valueOf(env, 'EVENTSTORE_URL');
  if (value === undefined) return undefined;
  if (/^esdb(\+discover)?:\/\/[^/?#\s]/.test(value)) return value;
  // The value may hold a password, so it is not repeated.
  complain(
    'EVENTSTORE_URL is not an address of a store; set it to esdb://host:port?tls=…, esdb+discover://name:port, ' +
      'or leave it out for the embedded store.',
  );
  return undefined;
}
