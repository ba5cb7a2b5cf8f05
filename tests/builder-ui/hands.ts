import type { Locator, Page } from 'playwright-core';

/** What an author does with a mouse, or without one. */
export interface Hand {
  readonly name: 'mouse' | 'keyboard';
  press(control: Locator): Promise<void>;
  write(box: Locator, text: string): Promise<void>;
  choose(list: Locator, label: string): Promise<void>;
  tick(box: Locator): Promise<void>;
  undo(): Promise<void>;
}

export function mouseOf(page: Page): Hand {
  const press = (control: Locator) => control.click();
  return {
    name: 'mouse',
    press,
    write: (box, text) => box.fill(text),
    choose: async (list, label) => void (await list.selectOption({ label })),
    tick: press,
    undo: () => press(page.getByRole('button', { name: '元に戻す', exact: true })),
  };
}

export function keysOf(page: Page): Hand {
  const key = async (control: Locator, ...keys: readonly string[]): Promise<void> => {
    await control.focus();
    for (const one of keys) await page.keyboard.press(one);
  };
  return {
    name: 'keyboard',
    press: (control) => key(control, 'Enter'),
    write: async (box, text) => {
      await key(box, 'Control+a', 'Delete');
      await page.keyboard.type(text);
    },
    choose: async (list, label) => {
      const steps = await list.evaluate((select: HTMLSelectElement, wanted) => {
        const choices = [...select.options].filter(({ disabled }) => !disabled);
        const to = choices.findIndex(({ text }) => text === wanted);
        return to - choices.findIndex(({ selected }) => selected);
      }, label);
      const way = steps < 0 ? 'ArrowUp' : 'ArrowDown';
      await key(list, ...Array.from({ length: Math.abs(steps) }, () => way));
    },
    tick: (box) => key(box, 'Space'),
    undo: () => key(page.getByRole('button', { name: '元に戻す', exact: true }), 'Control+z'),
  };
}
