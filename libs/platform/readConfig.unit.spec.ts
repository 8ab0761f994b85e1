import { isAbsolute, resolve } from 'node:path';
import { ConfigInvalid } from './configInvalid';
import { readConfig } from './readConfig';

describe('the configuration', () => {
  it('is complete where the environment says nothing', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('var'),
      read: 'open',
      eventStoreUrl: undefined,
      demonstration: true,
      logLevel: 'info',
    });
  });

  it('takes what the environment says', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      MILEPOST_DATA_DIR: 'somewhere',
      MILEPOST_READ: 'token',
      EVENTSTORE_URL: 'esdb://node:2113?tls=false',
      MILEPOST_DEMONSTRATION: 'on',
    });
    expect(config).toMatchObject({ port: 0, host: '0.0.0.0', read: 'token', demonstration: true });
    expect(config.eventStoreUrl).toBe('esdb://node:2113?tls=false');
    expect(isAbsolute(config.dataDir)).toBe(true);
  });

  it('takes where people reach the server as an origin', () => {
    expect(readConfig({ MILEPOST_ORIGIN: 'https://Milepost.example/' }).origin).toBe('https://milepost.example');
    expect(readConfig({ MILEPOST_ORIGIN: 'http://10.0.0.7:8080' }).origin).toBe('http://10.0.0.7:8080');
  });

  it('counts an empty variable as not set', () => {
    expect(readConfig({ PORT: '', HOST: ' ', EVENTSTORE_URL: '' })).toEqual(readConfig({}));
  });

  it('leaves the demonstration out beside a real store unless asked', () => {
    expect(readConfig({ EVENTSTORE_URL: 'esdb+discover://cluster:2113' }).demonstration).toBe(false);
    expect(readConfig({ MILEPOST_DEMONSTRATION: 'off' }).demonstration).toBe(false);
  });

  it('cannot be changed', () => {
    const config = readConfig({}) as { port: number };
    expect(() => (config.port = 1)).toThrow(TypeError);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PORT', '3e3'],
    ['HOST', 'http://localhost'],
    ['HOST', 'a b'],
    ['MILEPOST_READ', 'closed'],
    ['MILEPOST_DEMONSTRATION', 'true'],
    ['MILEPOST_ORIGIN', 'milepost.example'],
    ['MILEPOST_ORIGIN', 'https://milepost.example/record'],
    ['MILEPOST_ORIGIN', 'https://user@milepost.example'],
    ['EVENTSTORE_URL', 'http://node:2113'],
    ['EVENTSTORE_URL', 'esdb://'],
    ['EVENTSTORE_URL', 'node:2113'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} is `));
  });

  it('names everything that is wrong at once, and no password', () => {
    try {
      readConfig({ PORT: 'x', MILEPOST_READ: 'y', EVENTSTORE_URL: 'http://admin:changeit@node' });
      throw new Error('not refused');
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigInvalid);
      expect((error as ConfigInvalid).sentences).toHaveLength(3);
      expect((error as ConfigInvalid).message).not.toContain('changeit');
    }
  });
});
