/** The design system's colours, dark enough on white; meaning is in shapes and words as well. */
export const INK = '#212b32';
export const QUIET = '#4c6272';
export const GRID = '#d8dde0';
export const BLUE = '#005eb8';
export const PAPER = '#ffffff';

/** Text that crosses a line is read against a white edge. */
export const HALO = { stroke: PAPER, strokeWidth: 4, fill: INK } as const;
