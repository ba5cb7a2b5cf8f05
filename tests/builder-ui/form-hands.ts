import { outlineForm, type ProcedureFiles } from '#engine';
import type { TestPage } from '../support/browser.js';

/** The page on which an author works; set once it is open. */
export let page: TestPage;

export function workOn(opened: TestPage): void {
  page = opened;
}

export const button = (name: string) => page.getByRole('button', { name, exact: true });
export const treeItem = (path: string) => page.locator(`[role=treeitem][data-path="${path}"]`);
export const inspector = () => page.locator('#builder-inspector');
export const box = (name: string) => inspector().getByRole('textbox', { name, exact: true });

/** Along the tree, as somebody without a mouse goes. */
export async function walkTo(path: string): Promise<void> {
  await page.locator('[role=treeitem][tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await page.locator('[role=treeitem]').first().and(page.locator(':focus')).waitFor();
  const steps = await page
    .locator('[role=treeitem]')
    .evaluateAll(
      (items, wanted) => items.findIndex((item) => item.getAttribute('data-path') === wanted),
      path,
    );
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown');
  await treeItem(path).and(page.locator(':focus')).waitFor();
}

export async function press(name: string): Promise<void> {
  await button(name).focus();
  await page.keyboard.press('Enter');
}

export async function palette(isOpen: boolean, use: 'click' | 'press'): Promise<void> {
  const opener = button('質問を足す');
  if (((await opener.getAttribute('aria-expanded')) === 'true') === isOpen) return;
  if (use === 'click') await opener.click();
  else await press('質問を足す');
}

export async function retype(name: string, text: string): Promise<void> {
  await box(name).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

export const namesOf = (files: ProcedureFiles, path: string): readonly string[] => {
  const fields = outlineForm(files) ?? [];
  return (path === '' ? fields : (fields.find((one) => one.path === path)?.fields ?? [])).map(
    ({ name }) => name,
  );
};
export const schemaOf = (files: ProcedureFiles, path: string): Readonly<Record<string, unknown>> => {
  const [pageName, name] = path.split('.');
  const fields = outlineForm(files)?.find((one) => one.name === pageName)?.fields ?? [];
  return fields.find((one) => one.name === name)?.schema ?? {};
};
