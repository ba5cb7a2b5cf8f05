import type { Locator, Page } from 'playwright-core';
import type { ProcedureFiles } from '#engine';
import type { Hand } from '../hands.js';

/** One thing that an author does to a draft outside of the questions (those are in form-operations.ts). */
export interface EditRow {
  readonly does: string;
  readonly area: '基本' | '審査の流れ' | '表' | 'メール' | '通知書' | '英語' | '試す' | '例';
  readonly steps: (hand: Hand, page: Page) => Promise<void>;
  readonly holds: (files: ProcedureFiles) => void;
}

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const inDialog = (page: Page, name: string): Locator =>
  page.getByRole('dialog').getByRole('button', { name, exact: true });
/** Its label ends with whether it must be filled in. */
export const labelled = (page: Page, label: string): Locator => page.getByLabel(new RegExp(`^${label}`));
export const json = (files: ProcedureFiles, file: string): unknown => JSON.parse(files[file] ?? 'null');

/** Folded away, as its name is seldom changed. */
export async function rename(hand: Hand, page: Page, title: string, name: string): Promise<void> {
  const naming = page.locator('details', { hasText: `「${title}」の名前` });
  await hand.press(naming.locator('summary'));
  await hand.write(naming.getByRole('textbox'), name);
  await hand.press(naming.getByRole('button', { name: '名前を変える' }));
}
