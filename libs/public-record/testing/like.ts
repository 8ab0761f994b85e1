/** Jest's asymmetric matchers, which its types call `any`. */
export const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);
export const withText = (text: string): unknown => expect.stringContaining(text);
export const aNumber: unknown = expect.any(Number);
export const aText: unknown = expect.any(String);
export const aFunction: unknown = expect.any(Function);
