import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { TestPage } from './browser.js';
import { settled } from './settled.js';
import { soon } from './soon.js';

/** Runs in the page: to look for elements by role and name at each stop costs more than all else. */
function seek(elements: readonly Element[]): void {
  Object.assign(globalThis, { sought: elements });
}

/** Runs in the page. Unknown where what was found is not there any more, or was not there yet. */
function reached(): 'there' | 'elsewhere' | 'unknown' {
  const { sought = [] } = globalThis as { sought?: readonly Element[] };
  if (sought.length === 0 || sought.some((one) => !one.isConnected)) return 'unknown';
  return sought.some((one) => one === document.activeElement) ? 'there' : 'elsewhere';
}

/** A page and somebody who has no mouse. */
export class Keyboard {
  constructor(readonly page: TestPage) {}

  /** Tab until the focus is there. Whoever has no mouse has no more patience than this either. */
  async tabTo(target: Locator, most = 60): Promise<void> {
    await settled(this.page);
    await target.evaluateAll(seek);
    for (let stops = 0; stops < most; stops += 1) {
      let at = await this.page.evaluate(reached);
      if (at === 'unknown') {
        await target.evaluateAll(seek);
        at = await this.page.evaluate(reached);
      }
      if (at === 'there') return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Not reached by ${most} presses of Tab: ${target.toString()}`);
  }

  async press(...keys: readonly string[]): Promise<void> {
    await settled(this.page);
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** A button or link. */
  async enter(target: Locator, most?: number): Promise<void> {
    await this.tabTo(target, most);
    await this.press('Enter');
  }

  /** A box to be ticked, or a button. */
  async space(target: Locator, most?: number): Promise<void> {
    await this.tabTo(target, most);
    await this.press('Space');
  }

  async type(target: Locator, words: string, most?: number): Promise<void> {
    await this.tabTo(target, most);
    await this.page.keyboard.type(words);
  }

  /** In the list that has the focus. */
  async choose(label: RegExp): Promise<void> {
    const chosen = (): Promise<string> =>
      this.page
        .locator('select:focus')
        .evaluate((box: HTMLSelectElement) => box.selectedOptions[0]?.label ?? '');
    const first = await chosen();
    for (let now = first; !label.test(now); now = await chosen()) {
      await this.page.keyboard.press('ArrowDown');
      if ((await chosen()) === now) throw new Error(`No such choice: ${label.source}`);
    }
  }

  /** The other choice of a group of two or three: Tab reaches the one that is chosen, an arrow goes on from it. */
  async radio(target: Locator, most?: number): Promise<void> {
    const group = this.page.locator(`input[type=radio][name="${await target.getAttribute('name')}"]`);
    await this.tabTo(group, most);
    for (let presses = 0; !(await target.isChecked()); presses += 1) {
      if (presses > 5) throw new Error(`No arrow leads to ${target.toString()}`);
      await this.press(
        presses === 0 && (await group.and(this.page.locator(':checked')).count()) === 0
          ? 'Space'
          : 'ArrowDown',
      );
    }
  }

  /** @param day `YYYY-MM-DD`; its three parts stand in an order that is the browser's */
  async date(target: Locator, day: string, most?: number): Promise<void> {
    await this.tabTo(target, most);
    const read = (): Promise<string> => target.inputValue();
    if ((await read()) === '')
      await this.press('ArrowUp', 'ArrowRight', 'ArrowUp', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowLeft');
    const wanted = day.split('-').map(Number);
    for (let part = 0; part < 3; part += 1) {
      const before = (await read()).split('-').map(Number);
      await this.press('ArrowUp');
      const after = (await read()).split('-').map(Number);
      const which = after.findIndex((number, at) => number !== before[at]);
      const way = (wanted[which] ?? 0) - (after[which] ?? 0);
      await this.press(...Array<string>(Math.abs(way)).fill(way > 0 ? 'ArrowUp' : 'ArrowDown'), 'ArrowRight');
    }
    await soon(async () => expect(await read()).toBe(day));
  }

  /** The browser's own box opens, and a file is taken from it. */
  async bring(
    target: Locator,
    file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
  ): Promise<void> {
    await this.tabTo(target);
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.press('Enter')]);
    await chooser.setFiles(file);
  }

  async fetch(target: Locator): Promise<string> {
    await this.tabTo(target);
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.press('Enter')]);
    return download.suggestedFilename();
  }

  /** Somewhere that can be told, and not at the top of the page. */
  async keepsPlace(target: Locator): Promise<void> {
    const focus = this.page.locator(':focus');
    await soon(async () => {
      if ((await target.and(focus).count()) === 1) return;
      const there = await this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160));
      throw new Error(`The focus is not at ${target.toString()}, but at ${there ?? 'nothing'}`);
    });
  }
}
