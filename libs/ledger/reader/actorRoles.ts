import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** Every actor once, by its number: one look into the index for each, however many entries they have. */
const ACTORS = `
  WITH RECURSIVE found(actor) AS (
    SELECT min(actor) FROM entries
    UNION ALL
    SELECT (SELECT min(actor) FROM entries WHERE actor > found.actor) FROM found WHERE found.actor IS NOT NULL
  )
  SELECT actor FROM found WHERE actor IS NOT NULL`;

/**
 * Which actors have a role, by their numbers. An actor's role is the one that its first entry names; entries are only added, so it
 * is looked up once.
 */
export function actorRoles(database: DatabaseSyncInstance): (role: string) => readonly number[] {
  const actors = database.prepare(ACTORS);
  const first = database.prepare('SELECT metadata FROM entries WHERE actor = ? ORDER BY sequence LIMIT 1');
  const known = new Map<number, unknown>();
  return (role) => {
    const all = actors.all() as readonly { readonly actor: number }[];
    return all
      .map(({ actor }) => actor)
      .filter((actor) => {
        if (!known.has(actor)) known.set(actor, roleIn(first.get(actor)));
        return known.get(actor) === role;
      });
  };
}

/** Only metadata that is an object with an actor gives its entry an actor's number. */
function roleIn(row: unknown): unknown {
  const { metadata } = row as { readonly metadata: string };
  return (JSON.parse(metadata) as { readonly actor: { readonly role?: unknown } }).actor.role;
}
