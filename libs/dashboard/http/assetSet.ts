import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file that pages need, under an address that changes with its content. */
export interface Asset {
  /** Name in the address, with the hash of the content: `milepost-3f0c9a2b41de.css`. */
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
}

/** Each is a module of its own, and every page works without it. */
export type Script = 'live' | 'search';

export interface AssetSet {
  readonly stylesheet: Asset;
  readonly icon: Asset;
  /** By their names without the ending. */
  readonly scripts: Readonly<Record<Script, Asset>>;
  readonly byName: ReadonlyMap<string, Asset>;
}

const OWN = join(__dirname, '..', 'assets');

/** The design system's folder of built styles and templates. */
export const NHSUK = dirname(require.resolve('nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css'));

/** All assets, read once. One stylesheet: the design system's, then our own. */
export function readAssets(): AssetSet {
  const designSystem = ownFontOnly(readFileSync(join(NHSUK, 'nhsuk-frontend.min.css'), 'utf8'));
  const own = readFileSync(join(OWN, 'milepost.css'), 'utf8');
  const stylesheet = asset('milepost', 'css', 'text/css; charset=utf-8', Buffer.from(`${designSystem}\n${own}`));
  const icon = asset('milepost', 'svg', 'image/svg+xml', readFileSync(join(OWN, 'milepost.svg')));
  const scripts = { live: script('live'), search: script('search') };
  const all = [stylesheet, icon, ...Object.values(scripts)];
  return { stylesheet, icon, scripts, byName: new Map(all.map((file) => [file.name, file])) };
}

function script(name: Script): Asset {
  return asset(name, 'js', 'text/javascript; charset=utf-8', readFileSync(join(OWN, `${name}.js`)));
}

function asset(stem: string, ending: string, type: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { name: `${stem}-${hash}.${ending}`, type, body };
}

/**
 * Frutiger is licensed to NHS services alone, and is loaded from another origin: Milepost is set in Arial. The design
 * system's images serve its scripts' search field and sorting, which no page here has; its source map is not served.
 */
function ownFontOnly(css: string): string {
  return css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('Frutiger W01,arial', 'arial')
    .replace(/url\(\/assets\/images\/[^)]*\)/g, 'none')
    .replace(/\/\*# sourceMappingURL=.*?\*\//, '');
}
