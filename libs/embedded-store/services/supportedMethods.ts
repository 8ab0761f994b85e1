import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';

/** The server whose recorded behaviour this one follows, and that it is not that one. */
const SERVER_VERSION = '23.10.7-embedded';

const METHODS: readonly [service: string, method: string, features: readonly string[]][] = [
  ['event_store.client.streams.streams', 'read', ['position', 'events']],
  ['event_store.client.streams.streams', 'batchappend', []],
  ['event_store.client.gossip.gossip', 'read', []],
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods', []],
];

/** Exactly what is implemented; the client appends through BatchAppend because it finds it here. */
export function supportedMethods(): SupportedMethods {
  return new SupportedMethods().setEventStoreServerVersion(SERVER_VERSION).setMethodsList(
    METHODS.map(([service, method, features]) =>
      new SupportedMethod()
        .setServiceName(service)
        .setMethodName(method)
        .setFeaturesList([...features]),
    ),
  );
}
