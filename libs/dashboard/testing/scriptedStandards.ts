import { SHIPPED } from '@milepost/domain';
import type { StandardQuestions, StandardView } from '@milepost/views';

const COUNTS = { numerator: 12, denominator: 205, notKnown: 9, disputed: 0, percentLow: 5.9, percentHigh: 10.2 };
const NORTH = { numerator: 12, denominator: 40, notKnown: 1, disputed: 0, percentLow: 30, percentHigh: 32.5 };

/** The illustrations that come with Milepost, over a record of which everything else is made up. */
export const scriptedStandards: StandardQuestions = {
  all: ({ size }) =>
    size === 0
      ? []
      : SHIPPED.map(({ id, versions }): StandardView => {
          const shipped = versions.map((definition) => ({ definition, published: undefined, withdrawn: undefined }));
          return { id, shipped: true, versions: shipped, inForce: shipped.at(-1) };
        }),
  standing: () => undefined,
  figure: (_, __, by) => ({ ...COUNTS, groups: by && [{ group: 'Y63', ...NORTH }] }),
  members: () => ({ items: [], total: 0 }),
  series: () => [],
};
