import type { ElementHandle, Locator, Page } from 'playwright-core';
import { Counter, type Hands, labelOf } from './author.js';

type Found = ElementHandle<HTMLElement | SVGElement>;

/** As far as anybody would press Tab in one go. */
const FARTHEST = 250;

/** Nothing but keys: Tab and arrows to where something is, the builder's own keys, and letters. Each key counts. */
export function keyboardHands(page: Page): Hands {
  const counter = new Counter('キー');
  const key = async (name: string): Promise<void> => {
    await page.keyboard.press(name);
    counter.add('presses');
  };
  const isAt = (node: Found): Promise<boolean> =>
    node.evaluate((element) => element === document.activeElement);
  const handleOf = async (what: Locator): Promise<Found> => {
    const node = await what.elementHandle();
    if (!node) throw new Error('There is no such thing.');
    return node;
  };
  /** Forwards or backwards, as somebody presses who sees where it is; what is drawn anew is looked for again. */
  const walkTo = async (what: Locator): Promise<Found> => {
    let node = await handleOf(what);
    for (let step = 0; step < FARTHEST; step++) {
      const way = await node.evaluate((element) => {
        const at = document.activeElement;
        if (!element.isConnected) return null;
        if (at === element) return 'here';
        const isBehind = at && at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
        return isBehind ? 'Shift+Tab' : 'Tab';
      });
      if (way === 'here') return node;
      if (way === null) node = await handleOf(what);
      else await key(way);
    }
    throw new Error(
      `Not reached by ${FARTHEST} keys: ${await node.evaluate((element) => element.outerHTML.slice(0, 200))}`,
    );
  };
  /** By arrows, each pressed once the one before has moved the focus, and what it led to is drawn as chosen. */
  const along = async (node: Found, keyTo: (isBehind: boolean) => string): Promise<void> => {
    for (let step = 0; step < FARTHEST && !(await isAt(node)); step++) {
      const before = await page.evaluateHandle(() => document.activeElement);
      const isBehind = await node.evaluate((element) => {
        const at = document.activeElement;
        return at !== null && (at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
      });
      await key(keyTo(isBehind));
      await page.waitForFunction((one) => {
        const at = document.activeElement;
        return at !== one && at?.getAttribute('aria-selected') !== 'false';
      }, before);
    }
  };
  const kindOf = (node: Found): Promise<'tab' | 'tree' | 'radio' | 'box' | 'shortcut' | 'plain'> =>
    node.evaluate((element) => {
      if (element.matches('[aria-keyshortcuts="Control+Enter"]')) return 'shortcut';
      if (element.matches('.builder-tabs a')) return 'tab';
      if (element.matches('[role=treeitem]')) return 'tree';
      if (element.matches('input[type=radio]')) return 'radio';
      return element.matches('input[type=checkbox]') ? 'box' : 'plain';
    });
  const press = async (what: Locator): Promise<void> => {
    const node = await handleOf(what);
    const kind = await kindOf(node);
    if (kind === 'shortcut') return key('Control+Enter');
    if (kind === 'tab') {
      await key('F6');
      await along(node, (isBehind) => (isBehind ? 'ArrowLeft' : 'ArrowRight'));
    } else if (kind === 'tree') {
      if (await page.evaluate(() => document.activeElement?.closest('#builder-inspector') !== null))
        await key('Escape');
      await walkTo(page.locator('[role=treeitem][tabindex="0"]'));
      await along(node, (isBehind) => (isBehind ? 'ArrowUp' : 'ArrowDown'));
    } else if (kind === 'radio') {
      const name = (await node.getAttribute('name')) ?? '';
      const chosen = page.locator(`input[name="${name}"]:checked`);
      await walkTo((await chosen.count()) > 0 ? chosen : what);
      await along(node, (isBehind) => (isBehind ? 'ArrowUp' : 'ArrowDown'));
      return;
    } else await walkTo(what);
    await key(kind === 'box' ? 'Space' : 'Enter');
  };
  return counter.hands({
    press,
    async write(where, text) {
      const node = await handleOf(where);
      if (await node.evaluate((element) => element.matches('.letter__lines [data-line]'))) {
        await walkTo(page.locator('.letter__lines [data-line][tabindex="0"]'));
        await along(node, (isBehind) => (isBehind ? 'ArrowUp' : 'ArrowDown'));
      } else await walkTo(where);
      await key('Control+a');
      await page.keyboard.insertText(text);
      counter.add('texts');
    },
    async pick(where, option) {
      const label = await labelOf(where, option);
      const node = (await walkTo(where)) as ElementHandle<HTMLSelectElement>;
      // The line for nothing chosen goes once something is: what is chosen is told by its words.
      for (let step = 0; step < FARTHEST; step++) {
        const [now, isBehind] = await node.evaluate((list, words) => {
          const labels = [...list.options].map((one) => one.label);
          return [list.selectedOptions[0]?.label, labels.indexOf(words) < list.selectedIndex] as const;
        }, label);
        if (now === label) return;
        await key(isBehind ? 'ArrowUp' : 'ArrowDown');
        await page.waitForFunction(([list, before]) => list.selectedOptions[0]?.label !== before, [
          node,
          now,
        ] as const);
      }
    },
  });
}
