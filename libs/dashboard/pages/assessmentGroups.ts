import type { AssessmentView } from '@milepost/views';

/** The order in which the Digital Maturity Assessment publishes its measures; others follow as the assessments name them. */
const ORDER = [
  'overall_comparable',
  'well_led',
  'ensure_smart_foundations',
  'safe_practice',
  'support_workforce',
  'empower_people',
  'improve_care',
  'healthy_populations',
];

/** Assessments by framework and care setting, each group in the order of the framework's versions. */
export function assessmentGroups<One extends AssessmentView>(assessments: readonly One[]): readonly (readonly One[])[] {
  const groups = new Map<string, One[]>();
  for (const assessment of assessments) {
    const key = `${assessment.framework} ${assessment.careSetting}`;
    groups.set(key, [...(groups.get(key) ?? []), assessment]);
  }
  return [...groups.values()].map((group) =>
    group.sort((a, b) => a.frameworkVersion.localeCompare(b.frameworkVersion, 'en')),
  );
}

/** The measures that any assessment of a group has a score for. */
export function measuresOf(group: readonly AssessmentView[]): readonly string[] {
  const all = [...new Set(group.flatMap(({ scores }) => Object.keys(scores)))];
  return [...ORDER.filter((measure) => all.includes(measure)), ...all.filter((measure) => !ORDER.includes(measure))];
}
