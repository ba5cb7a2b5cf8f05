import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { settled } from '../support/settled.js';
import type { Paper } from './papers.js';

/** The label as the form writes it, with or without its mark. */
function labelled(title: string): RegExp {
  return new RegExp(`^${escaped(title)}\\s*(※必須)?$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The question with this title: its fieldset. */
export function question(page: Page | Locator, title: string): Locator {
  return page.getByRole('group', { name: labelled(title) });
}

export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `${name}として入力` }).click();
  await page.getByRole('button', { name: 'ログインする' }).click();
}

export async function fillIn(page: Page | Locator, title: string, text: string): Promise<void> {
  const box = page.getByLabel(labelled(title));
  await box.fill(text);
  await box.blur();
}

/** One of several lines with a round button. */
export async function choose(page: Page | Locator, title: string, option: string): Promise<void> {
  const line = question(page, title).getByRole('radio', { name: option, exact: true });
  // `check()` looks once, right after the press: on a busy machine the page may be drawn a moment later.
  await line.click();
  await eventually(`${title}: ${option}`, async () => (await line.isChecked()) || undefined);
}

/** One of a list that unfolds. */
export async function pick(page: Page, title: string, option: string): Promise<void> {
  await page.getByLabel(labelled(title)).selectOption({ label: option });
}

/** @param year as people write it: 令和3, R3 or 2021 */
export async function giveDate(
  page: Page,
  title: string,
  [year, month, day]: readonly [string, string, string],
): Promise<void> {
  const date = question(page, title);
  await date.getByLabel('年', { exact: true }).fill(year);
  await date.getByLabel('月', { exact: true }).fill(month);
  await date.getByLabel('日', { exact: true }).fill(day);
  await date.getByLabel('日', { exact: true }).blur();
}

/** Picks the file and waits until it has arrived. */
export async function attach(page: Page | Locator, title: string, paper: Paper): Promise<void> {
  const field = question(page, title);
  const chooser = field.page().waitForEvent('filechooser');
  await field.getByRole('button', { name: 'ファイルを選ぶ' }).click();
  await (await chooser).setFiles(paper);
  await field.getByRole('button', { name: `${paper.name}を削除` }).waitFor();
}

export async function agree(page: Page, sentence: string): Promise<void> {
  await page.getByRole('checkbox', { name: sentence }).check();
}

/** The value that the form worked out itself. */
export async function computed(page: Page, title: string): Promise<string> {
  return page.getByRole('status', { name: title }).innerText();
}

/** Presses on and waits for the page with this heading. */
export async function goOn(page: Page, heading: string): Promise<void> {
  await page.getByRole('button', { name: /^(次へ進む|確認へ進む)$/ }).click();
  await arriveAt(page, heading);
}

export async function arriveAt(page: Page, heading: string): Promise<void> {
  // Above the title may stand where one is: category, or number.
  const name = new RegExp(`(^|\\s)${escaped(heading)}$`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Presses on in vain and gives the lines of the summary, once the focus is on it. */
export async function goOnInVain(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: /^(次へ進む|確認へ進む)$/ }).click();
  const summary = page.getByRole('group', { name: /誤りがあります$/ });
  await summary.and(page.locator(':focus')).waitFor();
  await settled(page);
  return summary.getByRole('listitem').allInnerTexts();
}

/** Opens the newest mail with this subject that says this; mails come when their job has run. */
export async function openMail(page: Page, subject: string, saying: string): Promise<Locator> {
  await page.goto(new URL('/mailbox', page.url()).href);
  const line = page
    .getByRole('navigation', { name: 'メールの一覧' })
    .getByRole('button', { name: subject })
    .first();
  const mail = page.getByRole('article', { name: subject }).filter({ hasText: saying });
  await eventually(`a mail 「${subject}」 about ${saying}`, async () => {
    await line.click();
    return (await mail.isVisible()) || undefined;
  });
  return mail;
}

/** Saves the document that the link leads to. */
export async function download(page: Page, link: RegExp): Promise<Buffer> {
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  return readFile(await (await arriving).path());
}
