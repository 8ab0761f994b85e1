import { wordFor } from './wordFor';

const ROLES: Readonly<Record<string, string>> = {
  administrator: 'An administrator',
  programme: 'The programme office',
  reporter: 'A reporter of the trust',
  assessor: 'An assessor',
  auditor: 'An auditor',
  reader: 'A reader',
  subscriber: 'A subscriber',
  system: 'Milepost itself',
};

/** By which role an entry was recorded. Persons are never named. */
export function roleInWords(role: string): string {
  return wordFor(ROLES, role) ?? role;
}
