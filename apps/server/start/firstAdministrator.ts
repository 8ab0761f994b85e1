import { SYSTEM_ACTOR } from '../follower/ledgerFollower';
import type { LedgerRun } from './ledgerRun';
import { untilLive } from './untilLive';

/** Issues the first administrator's token of a ledger that never had one, and shows it once. */
export async function firstAdministrator(
  { access, context, parts }: LedgerRun,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  // Only when the access ledger was read to its end is it known that there never was one.
  if (!(await untilLive(access.watch, signal))) return;
  parts.tokenRegister.catchUp();
  if (parts.tokenRegister.hasAdministrator()) return;
  const asker = { actor: { id: SYSTEM_ACTOR, role: 'system' as const } };
  await parts.tokenDesk.issue({ role: 'administrator' }, asker, (token) => {
    say(`Administrator's token for ${context.ledger}, shown this once: ${token}`);
    say('It issues the tokens to record with: MILEPOST_TOKEN=… npm run -s milepost -- token issue --role reporter');
  });
}
