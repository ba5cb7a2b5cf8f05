import type { Browser, Page } from 'playwright-core';
import { newPage, type TestPage } from '../support/browser.js';
import { desktop } from './walk.js';

/** An official at a desk, signed in, before the queue that opens first. */
export async function takeSeat(browser: Browser, url: string, name: string): Promise<TestPage> {
  const page = await newPage(browser, desktop);
  // Whoever is not signed in yet is told so by the server.
  page.allowComplaints(/401/);
  await page.goto(`${url}/desk`);
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await page.getByRole('navigation', { name: '受付箱' }).waitFor();
  return page;
}

/** Opens a queue by its title; the rail counts behind it. */
export async function openQueue(page: Page, queue: string): Promise<void> {
  const name = new RegExp(`^${queue.replace(/[()（）]/g, '.')}\\s*\\d+`);
  await page.getByRole('navigation', { name: '受付箱' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name: queue }).waitFor();
}

/** Takes the application over in its queue and opens it. */
export async function claim(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: `${number} を担当する` }).click();
  await page.getByRole('button', { name: `${number} を担当する` }).waitFor({ state: 'detached' });
  await open(page, number);
}

export async function open(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: number, exact: true }).click();
  await page.getByRole('region', { name: '申請内容' }).waitFor();
}

/** Begins an action of the bar below the case. */
export async function begin(page: Page, action: string): Promise<void> {
  await page.getByRole('region', { name: 'できる操作' }).getByRole('button', { name: action }).click();
}

/** Carries out the action whose dialog is open, and waits for the word that it is done. */
export async function carryOut(page: Page, action: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: action });
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await page
    .getByRole('status')
    .filter({ hasText: `「${action}」を行いました。` })
    .waitFor();
}

/** Ticks an answer for correction and says what to do about it. */
export async function askAbout(page: Page, label: string, title: string, comment: string): Promise<void> {
  await page.getByRole('checkbox', { name: new RegExp(`^${title}\\s*（補正を求める）`) }).check();
  const point = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `${label}を外す` }) });
  await point.getByLabel('何を、どう直すか').fill(comment);
}
