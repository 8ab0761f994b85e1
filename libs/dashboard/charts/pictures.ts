import type { Chart } from './chart';
import type { Drawing } from './drawing';
import { optionsOf } from './optionsOf';
import { pictureOf } from './pictureOf';
import { plotKit } from './plotKit';
import type { PlotKit } from './plotKit';

/** So many pictures are kept: those of some dozen pages. Each is some kilobytes. */
const KEPT = 300;

/** Draws charts, and keeps each picture while the same is asked for: a page is made anew at each visit, its charts are not. */
export class Pictures {
  private kit: PlotKit | undefined;
  private readonly kept = new Map<string, string>();

  /** Loads the charting library, once. Before it is there nothing can be drawn. */
  async prepare(): Promise<void> {
    this.kit ??= await plotKit();
  }

  /** A chart's pictures as SVG: one for wide screens, one for narrow ones, or one for both. */
  of(chart: Chart): { readonly wide: string | undefined; readonly narrow: string } {
    const { wide, narrow } = chart;
    return { wide: wide && this.picture(chart, wide, 'wide'), narrow: this.picture(chart, narrow, 'narrow') };
  }

  private picture({ id, title, description }: Chart, drawing: Drawing, size: string): string {
    const words = { id: `chart-${id}-${size}`, title, description };
    const key = JSON.stringify([words, drawing]);
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    if (!this.kit) throw new TypeError('The charting library is not loaded yet; prepare the pictures first.');
    const picture = pictureOf(this.kit, optionsOf(this.kit.plot, drawing), words);
    if (this.kept.size >= KEPT) this.kept.delete(this.kept.keys().next().value as string);
    this.kept.set(key, picture);
    return picture;
  }
}
