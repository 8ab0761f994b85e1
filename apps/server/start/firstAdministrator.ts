import { SIGN_IN_SCOPE } from '@milepost/access';
import { SYSTEM_ACTOR } from '../follower/ledgerFollower';
import { linkAddress } from '../tokens/linkAddress';
import type { LedgerRun } from './ledgerRun';
import { untilLive } from './untilLive';

/** The first link may wait longer than others: whoever starts a Milepost first looks around. */
const FIRST_LINK_MS = 24 * 60 * 60 * 1000;

/** Where the command line looks for the server unless it is told otherwise. */
const USUAL_ADDRESS = 'http://localhost:3000';

/**
 * Issues the first administrator's token of a ledger that never had one, and a first sign-in link, and shows each once. The link is the
 * programme's: an administrator records nothing, and the programme may do on the pages whatever there is to do.
 * @param origin where people reach this server
 */
export async function firstAdministrator(
  { access, context, parts }: LedgerRun,
  say: (line: string) => void,
  origin: string,
  signal: AbortSignal,
): Promise<void> {
  // Only when the access ledger was read to its end is it known that there never was one.
  if (!(await untilLive(access.watch, signal))) return;
  parts.tokenRegister.catchUp();
  if (parts.tokenRegister.hasAdministrator()) return;
  const address = `${origin}${context.basePath}`;
  const command = `${address === USUAL_ADDRESS ? '' : `MILEPOST_URL=${address} `}MILEPOST_TOKEN=… npm run -s milepost --`;
  const asker = { actor: { id: SYSTEM_ACTOR, role: 'system' as const } };
  await parts.tokenDesk.issue({ role: 'administrator' }, asker, (token) => {
    say(`Administrator's token for ${context.ledger}, shown this once: ${token}`);
    say(`It issues the tokens to record with: ${command} token issue --role reporter`);
  });
  const order = { role: 'programme' as const, scopes: [SIGN_IN_SCOPE], expiresAt: context.clock() + FIRST_LINK_MS };
  await parts.tokenDesk.issue(order, asker, (code) => {
    say(
      `Sign in to the pages as the programme office, once, within 24 hours: ${linkAddress(origin, context.basePath, code)}`,
    );
    say(`Another link, or one for a trust: ${command} token link --role reporter --trust RGT`);
  });
}
