/** The rules of axe that every page is held to: WCAG 2.2 at levels A and AA, and what its makers hold to be good practice. */
export const ACCESSIBILITY_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
