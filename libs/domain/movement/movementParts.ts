/**
 * The parts of a movement in the order of its path: what was corrected or learned later about the first day, what came
 * to pass from the first day to the second, and what is counted differently.
 */
export const MOVEMENT_PARTS = [
  'correction',
  'learned-later',
  'scope',
  'lapsed',
  'no-longer-met',
  'progress',
  'definition',
] as const;
export type MovementPartName = (typeof MOVEMENT_PARTS)[number];

/**
 * Why a trust is in the part *scope*: it opened, it closed, with or without a successor, its verdict was inherited or
 * lost by a succession, or it moved from one group to another.
 */
export const SCOPE_CAUSES = ['opened', 'closed', 'merged', 'inherited', 'lost', 'moved'] as const;
export type ScopeCause = (typeof SCOPE_CAUSES)[number];
