import { EventStoreDBClient } from '@eventstore/db-client';
import { clientAddress } from './clientAddress';

const settingsOf = (address: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(address.slice(address.indexOf('?') + 1)));

describe('the address that the client is given', () => {
  it('keeps what the operator set and adds what he did not', () => {
    const settings = settingsOf(
      clientAddress('esdb://node:2113?tls=false&Keep-Alive-Interval=20000&nodePreference=follower'),
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

  it('asks all hosts, not the first only', () => {
    expect(clientAddress('esdb+discover://a:1,b:2,c:3?tls=true')).toMatch(/^esdb:\/\/a:1,b:2,c:3\?/);
    expect(clientAddress('esdb+discover://name:2113')).toMatch(/^esdb\+discover:\/\/name:2113\?/);
  });

  it('never lets the client answer a wrong revision with a made-up number', () => {
    expect(clientAddress('esdb://a?throwOnAppendFailure=false')).not.toContain('hrowOnAppendFailure');
  });

  it('is read by the client, also with a password that holds a question mark', () => {
    for (const from of ['esdb://u:p?x,y@a:1/?tls=true', 'esdb://a', 'esdb://a:1,b:2/?tls=false&defaultDeadline=900']) {
      const address = clientAddress(from);
      expect(() => EventStoreDBClient.connectionString(address)).not.toThrow();
    }
    expect(clientAddress('esdb://u:p?x,y@a:1/?tls=true')).toMatch(/^esdb:\/\/u:p\?x,y@a:1\?/);
  });
});
