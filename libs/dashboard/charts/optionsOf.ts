import type * as Plot from '@observablehq/plot';
import type { Drawing } from './drawing';
import { countedOverTime } from './drawings/countedOverTime';
import { countedRows } from './drawings/countedRows';
import { coverageOverTime } from './drawings/coverageOverTime';
import { dotRows } from './drawings/dotRows';
import { spreadRows } from './drawings/spreadRows';
import { timeRows } from './drawings/timeRows';
import type { PlotLibrary } from './plotKit';

/** What the charting library is told to draw. */
export function optionsOf(plot: PlotLibrary, drawing: Drawing): Plot.PlotOptions {
  switch (drawing.kind) {
    case 'coverage-over-time':
      return coverageOverTime(plot, drawing.figures);
    case 'counted-over-time':
      return countedOverTime(plot, drawing.figures);
    case 'counted-rows':
      return countedRows(plot, drawing.figures);
    case 'time-rows':
      return timeRows(plot, drawing.figures);
    case 'spread-rows':
      return spreadRows(plot, drawing.figures);
    case 'dot-rows':
      return dotRows(plot, drawing.figures);
  }
}
