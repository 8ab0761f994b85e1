import { slugInWords } from './slugInWords';
import { wordFor } from './wordFor';

const MEASURES: Readonly<Record<string, string>> = {
  overall_comparable: 'Overall (comparable)',
  ensure_smart_foundations: 'Ensure smart foundations',
  stage: 'Stage',
};

/** The label of an assessment's measure as the framework of that year names it. */
export function measureInWords(measure: string): string {
  return wordFor(MEASURES, measure) ?? slugInWords(measure);
}
