import type { JsonObject } from './storedEvent';
import { upcasting } from './upcasting';

// Invented: no type of ours has a second version yet.
const read = upcasting({
  'BridgeOpened.v1': { to: 'BridgeOpened.v2', data: (data) => ({ ...(data as JsonObject), lanes: 2 }) },
  'BridgeOpened.v2': {
    to: 'BridgeBuilt.v3',
    data: (data) => {
      const { lanes, ...rest } = data as JsonObject;
      return { ...rest, lanes: { cars: lanes ?? 0 } };
    },
  },
});

describe('upcasting', () => {
  it('reads an event of any version as the newest, leaving what is stored alone', () => {
    const stored = { type: 'BridgeOpened.v1', data: Object.freeze({ name: 'Forth' }) };
    expect(read(stored)).toEqual({ type: 'BridgeBuilt.v3', data: { name: 'Forth', lanes: { cars: 2 } } });
    expect(stored).toEqual({ type: 'BridgeOpened.v1', data: { name: 'Forth' } });
    expect(read({ type: 'BridgeOpened.v2', data: { lanes: 4 } }).data).toEqual({ lanes: { cars: 4 } });
  });

  it('gives back the newest version and unknown types as they are', () => {
    for (const type of ['BridgeBuilt.v3', 'SomethingElse.v1', 'constructor']) {
      const event = { type, data: { x: 1 } };
      expect(read(event)).toEqual(event);
    }
  });

  it('refuses upcasters that lead in a circle', () => {
    const step = (to: string) => ({ to, data: (data: unknown) => data as JsonObject });
    expect(() => upcasting({ a: step('b'), b: step('a') })).toThrow('circle');
    expect(() => upcasting({ a: step('a') })).toThrow('circle');
  });
});
