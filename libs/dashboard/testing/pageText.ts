const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a reader sees of a page of ours: its text, entities decoded, spaces folded. Good for our own markup, not for any. */
export function textOf(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  return decoded(body.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The addresses of all links and stylesheets of a page, as the browser reads them. */
export function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/<(?:a|link)\b[^>]*\bhref="([^"]*)"/g)].map(([, href = '']) => decoded(href));
}

function decoded(text: string): string {
  return text.replace(/&(\w+|#\d+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
