/** The code in a sign-in link that was pasted, or a code alone; a text that is neither is given back as it is, to be refused. */
export function codeOf(text: string): string {
  const pasted = text.trim().replace(/^<|>$/g, '');
  if (!URL.canParse(pasted)) return pasted;
  return new URL(pasted).searchParams.get('code') ?? pasted;
}
