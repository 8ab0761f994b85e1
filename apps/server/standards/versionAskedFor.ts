import { formatDay, versionAsked } from '@milepost/domain';
import type { StandardDefinition, StandardVersion } from '@milepost/domain';
import { Problem } from '@milepost/platform';
import type { Moment, StandardView } from '@milepost/views';
import { noSuch } from '../http/requestProblems';

/** The standard of that id. Throws Problem 404 `unknown-standard`. */
export function standardOf(standards: readonly StandardView[], id: string): StandardView {
  const standard = standards.find((one) => one.id === id);
  if (standard === undefined) throw noSuch('standard', id, 'GET /api/v1/standards lists them.');
  return standard;
}

/** The version that is asked for. Throws Problem 404 `unknown-standard-version`, `no-version-in-force`. */
export function versionAskedFor({ id, versions }: StandardView, asked: string, { asOf }: Moment): StandardVersion {
  const version = versionAsked(versions, asked, asOf);
  if (version !== undefined) return version;
  const names = versions.map(({ definition }) => definition.version).join(', ');
  if (asked === 'in-force' || asked === 'latest') {
    throw new Problem({
      slug: 'no-version-in-force',
      title: 'No version is in force',
      status: 404,
      detail: `No version of ${id} is in force on ${formatDay(asOf)}. Name one of its versions: ${names}.`,
    });
  }
  throw new Problem({
    slug: 'unknown-standard-version',
    title: 'No such version of the standard',
    status: 404,
    detail: `${id} has no version ${asked} at the moment asked about. Its versions are ${names}.`,
  });
}

/** Throws Problem 404 `illustration-has-no-members` for a version that is nothing but an aggregate. */
export function mustHaveMembers({ purpose, title }: StandardDefinition): void {
  if (purpose === 'standard') return;
  throw new Problem({
    slug: 'illustration-has-no-members',
    title: 'An illustration has no members',
    status: 404,
    detail: `“${title}” is an illustration: a figure overall and by region, and nothing about any one trust.`,
  });
}
