import { dirname, join } from 'node:path';
import { Environment, FileSystemLoader } from 'nunjucks';
import { NHSUK } from './assetSet';

const TEMPLATES = join(__dirname, '..', 'templates');

/** Our templates and the design system's (`nhsuk/components/…`). Everything is escaped unless a template of the design system says otherwise. */
export function createRenderer(): Environment {
  const loader = new FileSystemLoader([TEMPLATES, dirname(NHSUK)], { noCache: false, watch: false });
  return new Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
}
