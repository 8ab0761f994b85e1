import { EventStoreDBClient } from '@eventstore/db-client';
import { clientAddress } from './clientAddress';

const settingsOf = (address: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(address.slice(address.indexOf('?') + 1)));

describe('the address that the client is given', () => {
  it('keeps what the operator set and adds what he did not', () => {
    const settings = settingsOf(
      clientAddress('esdb://node:2113?tls=false&Keep-Alive-Interval=20000&nodePreference=follower', 0),
    );
    expect(settings).toEqual({
      tls: 'false',
      'Keep-Alive-Interval': '20000',
      nodePreference: 'follower',
      connectionName: 'milepost',
      keepAliveTimeout: '2500',
      gossipTimeout: '2',
      maxDiscoverAttempts: '3',
    });
  });

  it('differs from generation to generation, so that no failed connection is shared', () => {
    const addresses = [0, 1, 2].map((generation) => clientAddress('esdb://node:2113', generation));
    expect(new Set(addresses).size).toBe(3);
    expect(settingsOf(clientAddress('esdb://node?keepAliveTimeout=9000', 3)).keepAliveTimeout).toBe('9003');
    expect(settingsOf(clientAddress('esdb://node?keepAliveTimeout=-1', 3)).keepAliveTimeout).toBe('-1');
  });

  it('asks all hosts, not the first only', () => {
    expect(clientAddress('esdb+discover://a:1,b:2,c:3?tls=true', 0)).toMatch(/^esdb:\/\/a:1,b:2,c:3\?/);
    expect(clientAddress('esdb+discover://name:2113', 0)).toMatch(/^esdb\+discover:\/\/name:2113\?/);
  });

  it('never lets the client answer a wrong revision with a made-up number', () => {
    expect(clientAddress('esdb://a?throwOnAppendFailure=false', 0)).not.toContain('hrowOnAppendFailure');
  });

  it('is read by the client, also with a password that holds a question mark', () => {
    for (const from of ['esdb://u:p?x,y@a:1/?tls=true', 'esdb://a', 'esdb://a:1,b:2/?tls=false&defaultDeadline=900']) {
      const address = clientAddress(from, 7);
      expect(() => EventStoreDBClient.connectionString(address)).not.toThrow();
    }
    expect(clientAddress('esdb://u:p?x,y@a:1/?tls=true', 0)).toMatch(/^esdb:\/\/u:p\?x,y@a:1\?/);
  });
});
