import { controlCharacterIn } from './controlCharacter';
import type { Rejection } from './decision';

/**
 * Refuses data of a command that hold a control character in any of their texts.
 * @param pointer JSON pointer of the value
 */
export function controlCharacterRefused(value: unknown, pointer = ''): Rejection | undefined {
  if (typeof value === 'string') {
    const character = controlCharacterIn(value);
    if (character === undefined) return undefined;
    const sentence = `The text holds ${character}, a control character, which no text here can have.`;
    return { rule: 'control-character', sentence, pointer };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const refused = controlCharacterRefused(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (refused) return refused;
  }
  return undefined;
}
