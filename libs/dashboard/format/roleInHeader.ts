import type { TokenRole } from '@milepost/domain';

/** A role as its holder is called, to stand behind "as". */
export function roleInHeader(role: TokenRole): string {
  return role === 'programme' ? 'programme office' : role;
}
