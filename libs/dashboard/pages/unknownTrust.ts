import { Problem } from '@milepost/platform';

/** No trust of this code at the moment asked about. */
export function unknownTrust(ods: string): Problem {
  return new Problem({
    slug: 'unknown-trust',
    title: 'No such trust',
    status: 404,
    detail: `No trust with the code ${ods} is in this record at this position. Codes have 3 to 6 letters and figures. You can search for the trust by its name.`,
  });
}
