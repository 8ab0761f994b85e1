import type { FactVersion } from '../facts/factVersion';
import type { Day } from '../time/day';
import { parseDay } from '../time/day';
import type { StandardDefinition } from './condition';

/** A version of a standard as a moment sees it. */
export interface StandardVersion {
  readonly definition: StandardDefinition;
  /** The fact that published it; undefined where it comes with Milepost. */
  readonly published: FactVersion | undefined;
  /** The earliest fact that withdraws it, alone or with the whole standard. */
  readonly withdrawn: FactVersion | undefined;
}

/** Which version: the one in force on the day, the one published last, or one by its name. */
export type DefinitionAsked = 'in-force' | 'latest' | (string & {});

const withdrawnBy = (versions: readonly FactVersion[], version: string): FactVersion | undefined =>
  versions.find(({ data }) => data['version'] === undefined || data['version'] === version);

/** The versions that a standard's effective facts publish, in the order of facts. */
export function publishedVersions(facts: readonly FactVersion[]): StandardVersion[] {
  const withdrawals = facts.filter(({ type }) => type === 'StandardWithdrawn.v1');
  return facts
    .filter(({ type }) => type === 'StandardPublished.v1')
    .map((published) => {
      const definition = published.data as unknown as StandardDefinition;
      return { definition, published, withdrawn: withdrawnBy(withdrawals, definition.version) };
    });
}

const effectiveFrom = ({ definition }: StandardVersion): Day => parseDay(definition.effectiveFrom) ?? Infinity;

/** Whether a version is withdrawn by the end of a day, for certain. */
export const isWithdrawn = ({ withdrawn }: Pick<StandardVersion, 'withdrawn'>, day: Day): boolean =>
  withdrawn !== undefined && withdrawn.window.latest <= day;

/** The version in force on a day: of those that have begun and are not withdrawn, the one that began last. */
export function inForceOn(versions: readonly StandardVersion[], day: Day): StandardVersion | undefined {
  let inForce: StandardVersion | undefined;
  for (const version of versions) {
    if (effectiveFrom(version) > day || isWithdrawn(version, day)) continue;
    if (!inForce || effectiveFrom(version) >= effectiveFrom(inForce)) inForce = version;
  }
  return inForce;
}

/** The version asked for; undefined where there is none. A name finds withdrawn versions too. */
export function versionAsked(
  versions: readonly StandardVersion[],
  asked: DefinitionAsked,
  day: Day,
): StandardVersion | undefined {
  if (asked === 'in-force') return inForceOn(versions, day);
  if (asked === 'latest') return versions.findLast((version) => !isWithdrawn(version, day));
  return versions.find(({ definition }) => definition.version === asked);
}
