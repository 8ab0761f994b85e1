import { accessLedger } from '@milepost/domain';

/** Names of the streams that access is kept in; the ledger's name is that of the ledger it guards. */

export function tokenStream(ledger: string, tokenId: string): string {
  return `${accessLedger(ledger)}.token-${tokenId}`;
}

/** Where the hash of a token's secret is kept: no ledger holds it. */
export function tokenHashStream(ledger: string, tokenId: string): string {
  return `${ledger}-work.token-${tokenId}`;
}
