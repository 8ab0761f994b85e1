import type { MovementPartName, ScopeCause } from '@milepost/domain';

/** The parts of a movement as pages call them. */
export const PARTS_IN_WORDS: Readonly<Record<MovementPartName, string>> = {
  correction: 'Corrected or recorded in error',
  'learned-later': 'Reported late',
  scope: 'Trusts opened, closed, merged or moved',
  lapsed: 'Assessment lapsed',
  'no-longer-met': 'No longer met',
  progress: 'Progress',
  definition: 'Counted differently',
};

export const CAUSES_IN_WORDS: Readonly<Record<ScopeCause, string>> = {
  opened: 'Opened',
  closed: 'Closed',
  merged: 'Merged into another trust',
  inherited: 'Inherited from a trust that merged into it',
  lost: 'Lost by a merger',
  moved: 'Moved from one group to another',
};
