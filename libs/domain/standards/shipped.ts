import type { Condition, StandardDefinition } from './condition';

/** A definition that comes with Milepost, under the id of its standard. */
export interface ShippedStandard {
  readonly id: string;
  readonly versions: readonly StandardDefinition[];
}

/** The seven success measures of What Good Looks Like; the overall score is an average and no measure of its own. */
const MEASURES = [
  'well_led',
  'ensure_smart_foundations',
  'safe_practice',
  'support_workforce',
  'empower_people',
  'improve_care',
  'healthy_populations',
];

const everyMeasure = (atLeast: number): Condition => ({
  all: MEASURES.map((measure) => ({ score: { framework: 'DMA', versions: ['2025'], measure, atLeast } })),
});

/** What counts is read off the scores and nothing else, so it holds for any day on which there are scores. */
function illustration(atLeast: number): ShippedStandard {
  return {
    id: `dma-every-measure-at-${atLeast}`,
    versions: [
      {
        version: '1',
        purpose: 'illustration',
        title: `Every DMA measure at ${atLeast} or above`,
        description:
          `Every measure of the Digital Maturity Assessment of 2025 at ${atLeast} or above, in every care setting ` +
          'that the trust returned. An illustration of how a standard is counted. It is no standard of NHS England, ' +
          'and it is not the core level that 56% of trusts are said to have reached, whose rules are not published.',
        effectiveFrom: '2025-01-01',
        levels: [
          { name: 'below', title: `Some measure below ${atLeast}` },
          { name: 'at-or-above', title: `Every measure at ${atLeast} or above`, when: everyMeasure(atLeast) },
        ],
        metFrom: 'at-or-above',
        rollUp: { by: 'all', over: 'assessed' },
        mergerPolicy: 'acquirer-only',
      },
    ],
  };
}

/** Illustrations over the assessments of the public record: aggregates, named for what they are. */
export const SHIPPED: readonly ShippedStandard[] = [illustration(2)];
