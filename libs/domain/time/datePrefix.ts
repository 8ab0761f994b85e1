/** The dates that an event's data can carry, each as three members: a day or period, a last day, and the precision. */
export type DatePrefix =
  'occurred' | 'planned' | 'decided' | 'deadline' | 'ends' | 'starts' | 'refersTo' | 'assessed' | 'asAt';

export type DateMember = 'On' | 'By' | 'Precision';

/** Names of the three members that say when: `occurredOn`, `occurredBy`, `precision`; `plannedFor` is a plan's day. */
export function dateMemberName(prefix: DatePrefix, member: DateMember): string {
  if (prefix === 'occurred' && member === 'Precision') return 'precision';
  if (prefix === 'planned' && member === 'On') return 'plannedFor';
  return `${prefix}${member}`;
}
