import { Problem } from '@milepost/platform';

/** There is nothing at this address. */
export function unknownAddress(address: string): Problem {
  return new Problem({
    slug: 'not-found',
    title: 'Page not found',
    status: 404,
    detail: `There is no page at ${address.split('?')[0] ?? address}. If you typed the address, check that it is right. If you pasted it, check that you copied all of it.`,
  });
}
