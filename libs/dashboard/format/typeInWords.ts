import { capitalised } from './capitalised';

/** A stored type as words: `EprWentLive.v1` as `EPR went live`. For lists of types; what one event says is said by `eventInWords`. */
export function typeInWords(storedType: string): string {
  const words = storedType
    .replace(/\.v\d+$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return capitalised(words.replace(/\b(epr|icb)\b/g, (name) => name.toUpperCase()));
}
