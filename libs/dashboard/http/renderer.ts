import { dirname, join } from 'node:path';
import { Environment, FileSystemLoader, runtime } from 'nunjucks';
import type { Chart } from '../charts/chart';
import type { Pictures } from '../charts/pictures';
import { NHSUK } from './assetSet';

const TEMPLATES = join(__dirname, '..', 'templates');

/**
 * Our templates and the design system's (`nhsuk/components/…`). Everything is escaped unless a template of the design system
 * says otherwise; and but for pictures, in which the library that draws them has escaped every text.
 */
export function createRenderer(pictures: Pictures): Environment {
  const loader = new FileSystemLoader([TEMPLATES, dirname(NHSUK)], { noCache: false, watch: false });
  const renderer = new Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  return renderer.addGlobal('picturesOf', (chart: Chart) => {
    const { wide, narrow } = pictures.of(chart);
    return { wide: wide && asMarkup(wide), narrow: asMarkup(narrow) };
  });
}

function asMarkup(text: string): object {
  return new runtime.SafeString(text);
}
