import type { Page } from 'playwright-core';

/** A hand that fills in a form. Inputs are named by their ids or names, buttons and links by their words. */
export interface Hand {
  /** Replaces what a field holds. */
  type(id: string, text: string): Promise<void>;
  choose(name: string, value: string): Promise<void>;
  /** Presses a button, or follows a link; what that leads to is for whoever looks to wait for. */
  press(words: string | RegExp): Promise<void>;
}

/** More stops than any page has. */
const MOST_TABS = 150;

/** By keyboard alone, from wherever the focus is: nothing is reached that Tab does not reach. */
export function keyboardHand(page: Page): Hand {
  const focused = page.locator(':focus');
  async function tabUntil(what: string, found: () => Promise<boolean>): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if ((await focused.count()) === 1 && (await found())) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`No Tab leads to ${what} at ${page.url()}`);
  }
  const attribute = async (name: string): Promise<string | null> => focused.getAttribute(name);
  return {
    async type(id, text) {
      await tabUntil(id, async () => (await attribute('id')) === id);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
      await page.keyboard.insertText(text);
    },
    async choose(name, value) {
      await tabUntil(name, async () => (await attribute('name')) === name && (await attribute('type')) === 'radio');
      const first = await attribute('value');
      while ((await attribute('value')) !== value) {
        await page.keyboard.press('ArrowDown');
        if ((await attribute('value')) === first) throw new Error(`${name} has no choice ${value}`);
      }
      if (!(await focused.isChecked())) await page.keyboard.press('Space');
    },
    async press(words) {
      const matches = (text: string): boolean =>
        typeof words === 'string' ? text.toLowerCase() === words.toLowerCase() : words.test(text);
      const control = page.locator('a:focus, button:focus');
      const isControl = async (): Promise<boolean> =>
        (await control.count()) === 1 && matches(((await control.textContent()) ?? '').replace(/\s+/g, ' ').trim());
      await tabUntil(String(words), isControl);
      await page.keyboard.press('Enter');
    },
  };
}

/** The quick way, where how it is done is not what is looked at. */
export function quickHand(page: Page): Hand {
  return {
    type: (id, text) => page.locator(`[id="${id}"]`).fill(text),
    choose: (name, value) => page.locator(`input[name="${name}"][value="${value}"]`).check(),
    press: (words) =>
      page
        .getByRole('button', { name: words })
        .or(page.getByRole('link', { name: words }))
        .first()
        .click(),
  };
}
