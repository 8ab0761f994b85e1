import { DatabaseSync } from '@photostructure/sqlite';
import { array, assert, constantFrom, property } from 'fast-check';
import { fromColumnText, toColumnText } from './columnText';

const texts = array(constantFrom('\0', '\u0001', '0', '1', 'a', 'é', '👩‍⚕️', '\u202e')).map((parts) => parts.join(''));

it('every text comes back from a column whole', () => {
  const db = new DatabaseSync(':memory:');
  const select = db.prepare('SELECT ? AS text');
  assert(
    property(texts, (text) => {
      const { text: column } = select.get(toColumnText(text)) as { text: string };
      expect(fromColumnText(column)).toBe(text);
    }),
  );
  db.close();
});
