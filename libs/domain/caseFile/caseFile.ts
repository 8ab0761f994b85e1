import type { CaseMaterial, Finding } from './caseMaterial';
import { contradictions } from './contradictions';
import { establishedFindings } from './establishedFindings';
import { gaps } from './gaps';
import type { Gap } from './gaps';
import { gapToTarget } from './gapToTarget';
import { forecasts, publishedSplits } from './splitsAndForecasts';

/** What the rules find in the record of an extension. Nothing of it is stored: it goes when the facts go that it follows from. */
export interface CaseFindings {
  readonly established: readonly Finding[];
  readonly contradictions: readonly Finding[];
  readonly splits: readonly Finding[];
  readonly forecasts: readonly Finding[];
  readonly gaps: readonly Gap[];
}

export function caseFindings(material: CaseMaterial): CaseFindings {
  return {
    established: [...establishedFindings(material), ...gapToTarget(material)],
    contradictions: contradictions(material),
    splits: publishedSplits(material),
    forecasts: forecasts(material),
    gaps: gaps(material),
  };
}
