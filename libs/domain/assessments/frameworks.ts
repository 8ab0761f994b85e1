/** A measure of a framework: its id never changes, its label may from version to version. */
export interface Measure {
  readonly id: string;
  readonly label: string;
}

/** What the scores of a framework can be. */
export interface Framework {
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  /** Whether a score is a whole number. */
  readonly whole: boolean;
  /** Whether one version can assess the same care setting again at a later time; otherwise a version is one round. */
  readonly repeats: boolean;
  /** Measures of a version; undefined where the version is not known. */
  measuresOf(version: string): readonly Measure[] | undefined;
}

/**
 * Digital Maturity Assessment, against the seven measures of What Good Looks Like. Ids and labels as in the results for
 * 2024 and 2025 that NHS England published in March 2026; other publications name some of them differently.
 */
const DMA_MEASURES: readonly Measure[] = [
  { id: 'overall_comparable', label: 'Overall, comparable domains' },
  { id: 'well_led', label: 'Well Led' },
  { id: 'ensure_smart_foundations', label: 'Ensure Smart Foundations' },
  { id: 'safe_practice', label: 'Safe Practice' },
  { id: 'support_workforce', label: 'Support Workforce' },
  { id: 'empower_people', label: 'Empower People' },
  { id: 'improve_care', label: 'Improve Care' },
  { id: 'healthy_populations', label: 'Healthy Populations' },
];
const DMA: Readonly<Record<string, readonly Measure[]>> = { '2024': DMA_MEASURES, '2025': DMA_MEASURES };

const EMRAM_MEASURES: readonly Measure[] = [{ id: 'stage', label: 'Stage' }];
const YEAR = /^\d{4}$/;

/** Frameworks that give scores. The capabilities framework (DCF) gives statuses instead. */
export const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  /** A domain's score is a whole number from 1 to 5; a measure's and the overall score are averages of those. */
  DMA: {
    name: 'Digital Maturity Assessment',
    lowest: 1,
    highest: 5,
    whole: false,
    repeats: false,
    measuresOf: (version) => (Object.hasOwn(DMA, version) ? DMA[version] : undefined),
  },
  /** Eight stages, 0 to 7; the criteria change, so the version is the year of the criteria. */
  EMRAM: {
    name: 'HIMSS EMRAM',
    lowest: 0,
    highest: 7,
    whole: true,
    repeats: true,
    measuresOf: (version) => (YEAR.test(version) ? EMRAM_MEASURES : undefined),
  },
};

/** The label that a measure had in a version of its framework; undefined for a measure that it does not have. */
export function measureLabel(framework: string, version: string, measure: string): string | undefined {
  return FRAMEWORKS[framework]?.measuresOf(version)?.find(({ id }) => id === measure)?.label;
}
