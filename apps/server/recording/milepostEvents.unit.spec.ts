import { correctionSchemas, eventSchemas } from '@milepost/domain';
import { eventChecker } from '@milepost/event-store';
import { milepostEvents } from './milepostEvents';

const METADATA = {
  recordedAt: '2026-04-01T12:00:00.000Z',
  actor: { id: 'milepost', role: 'system' },
  origin: 'live',
};

describe('the types that the server writes', () => {
  const check = eventChecker(milepostEvents);
  const wrong = (type: string, data: object) =>
    check({ id: '0', type, data: { ...data }, metadata: METADATA }).map(({ detail }) => detail);

  it.each(Object.keys(eventSchemas))('holds %s against its own schema', (type) => {
    expect(wrong(type, { surely: 'not a member' })).not.toEqual([]);
    expect(wrong(type, {}).join()).not.toContain('No schema is registered');
  });

  it.each(Object.keys(correctionSchemas))('holds a correction of %s against the schema of that type', (type) => {
    const corrects = { fact: '', replaces: '', type, reason: '' };
    expect(wrong('FactCorrected.v1', { corrects }).join()).not.toContain('No schema is registered');
  });

  it('knows no other type, and no correction of one', () => {
    expect(wrong('SomethingElse.v1', {}).join()).toContain('No schema is registered');
    expect(wrong('FactCorrected.v1', { corrects: { type: 'SomethingElse.v1' } }).join()).toContain('No schema');
    expect(wrong('FactCorrected.v1', { corrects: { type: 'constructor' } }).join()).toContain('No schema');
  });
});
