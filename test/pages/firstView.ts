import { all } from './htmlElement';
import type { HtmlElement } from './htmlElement';
import { openPage } from './openPage';

/** What a browser fetches before a page can be seen and used. */
export interface FirstView {
  readonly requests: number;
  /** Bodies as they are sent, compressed. */
  readonly bytes: number;
}

/** Counts what a page's HTML makes a browser load: the design system's styles name no further file, which a test in a browser holds. */
export class FirstViews {
  private readonly sizes = new Map<string, Promise<number>>();

  constructor(private readonly url: string) {}

  async of(root: HtmlElement, bytes: number): Promise<FirstView> {
    const loaded = all(root, '[src], link[rel~="stylesheet"], link[rel~="icon"], link[rel*="preload"], image[href]');
    const files = new Set(loaded.map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? ''));
    const sizes = await Promise.all([...files].map((file) => this.size(file)));
    return { requests: 1 + files.size, bytes: sizes.reduce((sum, size) => sum + size, bytes) };
  }

  private size(file: string): Promise<number> {
    const size = this.sizes.get(file) ?? openPage(this.url, file).then((opened) => opened.bytes);
    this.sizes.set(file, size);
    return size;
  }
}
