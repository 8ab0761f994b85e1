import { Problem } from '@milepost/platform';

/** No standard of this id, or no such version of it, at the moment asked about. */
export function unknownStandard(id: string, version?: string): Problem {
  const what = version === undefined ? `standard with the id ${id}` : `version ${version} of ${id}`;
  return new Problem({
    slug: version === undefined ? 'unknown-standard' : 'unknown-standard-version',
    title: version === undefined ? 'No such standard' : 'No such version of the standard',
    status: 404,
    detail: `No ${what} is in this record at this position. It may have been published later than the day shown.`,
  });
}
