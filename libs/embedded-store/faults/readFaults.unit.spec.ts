import { StoreRefused } from '../storeRefused';
import { readFaults } from './readFaults';

describe('faults in the environment', () => {
  it('are none where nothing is set', () => {
    expect([readFaults(undefined), readFaults('')]).toEqual([[], []]);
  });

  it('are taken as they are', () => {
    const faults = [
      { do: 'die', at: 'after-commit', nth: 3 },
      { do: 'delay', call: 'append', nth: 1, ms: 20 },
    ];
    expect(readFaults(JSON.stringify(faults))).toEqual(faults);
  });

  it.each([
    '{',
    '{}',
    '[1]',
    '[{"do":"explode"}]',
    '[{"do":"toString"}]',
    '[{"do":"die","at":"lunch","nth":1}]',
    '[{"do":"drop"}]',
    '[{"do":"fail","call":"append","nth":1}]',
  ])('are refused where they make no sense: %s', (text) => {
    expect(() => readFaults(text)).toThrow(StoreRefused);
  });
});
