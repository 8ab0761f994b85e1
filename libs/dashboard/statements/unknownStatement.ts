import { Problem } from '@milepost/platform';

/** No public statement of this id at the moment asked about. */
export function unknownStatement(id: string): Problem {
  return new Problem({
    slug: 'unknown-statement',
    title: 'No such public claim',
    status: 404,
    detail: `No public claim with the id ${id} is in this record at this position. It may have been made later than the day shown.`,
  });
}
