import { Problem } from '@milepost/platform';

/** No target of this id at the moment asked about. */
export function unknownTarget(id: string): Problem {
  return new Problem({
    slug: 'unknown-target',
    title: 'No such target',
    status: 404,
    detail: `No target with the id ${id} is in this record at this position. It may have been announced later than the day shown.`,
  });
}

/** The date of this target had not been moved by the moment asked about. */
export function noCaseFile(id: string): Problem {
  return new Problem({
    slug: 'no-case-file',
    title: 'No move of this date',
    status: 404,
    detail: `No move of the date of ${id} is in this record at this position. It may have been announced later than the day shown.`,
  });
}
