import type * as Plot from '@observablehq/plot';

export type PlotLibrary = typeof Plot;

/** An element of the picture, as far as it is worked on after Plot has made it. */
export interface PictureElement {
  readonly outerHTML: string;
  readonly localName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<PictureElement>;
  prepend(...elements: PictureElement[]): void;
  remove(): void;
  textContent: string | null;
}

export interface PictureDocument {
  createElementNS(namespace: string, name: string): PictureElement;
}

/** The charting library, and the document that it draws into. */
export interface PlotKit {
  readonly plot: PlotLibrary;
  readonly document: PictureDocument;
}

let loading: Promise<PlotKit> | undefined;

/** Loaded at first use: it is some 30 MB and half a second that a start need not wait for. */
export function plotKit(): Promise<PlotKit> {
  loading ??= loaded();
  return loading;
}

async function loaded(): Promise<PlotKit> {
  const plot = await import('@observablehq/plot');
  const { parseHTML } = await import('linkedom');
  const { document } = parseHTML('<!DOCTYPE html><html><body></body></html>') as unknown as {
    document: PictureDocument;
  };
  return { plot, document };
}
