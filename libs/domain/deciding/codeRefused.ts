import type { LedgerKind } from '../events/log';
import type { Rejection } from './decision';

/** Codes that begin with ZZ are invented: they belong to demonstrations and to nothing else. */
export function codeRefused(code: string, ledger: LedgerKind, pointer?: string): Rejection | undefined {
  if (!code.startsWith('ZZ') || ledger === 'demonstration') return undefined;
  return {
    rule: 'code-only-for-demonstrations',
    sentence: `${code} is a code for demonstrations: codes that begin with ZZ name invented organisations.`,
    ...(pointer !== undefined && { pointer }),
  };
}
