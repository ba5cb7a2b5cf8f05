import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { button, type EditRow, inDialog, json, rename } from './edit-row.js';

const firstExample = async (page: Page): Promise<string> =>
  (await page.getByLabel('はじめの入力').locator('option').nth(1).textContent()) ?? '';

export const ofTexts: readonly EditRow[] = [
  {
    does: 'names the procedure anew',
    area: '基本',
    steps: (hand, page) =>
      hand.write(page.locator('#basics-title').getByRole('textbox'), '見守りカメラの補助'),
    holds: (files) => expect(json(files, 'procedure.json')).toMatchObject({ title: '見守りカメラの補助' }),
  },
  {
    does: 'writes a line of a mail',
    area: 'メール',
    steps: async (hand, page) => {
      await hand.press(page.getByRole('button', { name: /withdrawn$/ }));
      await hand.write(page.getByRole('textbox', { name: '2行目', exact: true }), 'ご担当者　様');
    },
    holds: (files) => expect(files['messages/withdrawn.md']).toContain('---\n\nご担当者　様\n\n'),
  },
  {
    does: 'begins the next line of a mail',
    area: 'メール',
    steps: async (hand, page) => {
      await hand.press(page.getByRole('button', { name: /withdrawn$/ }));
      const line = (number: number) => page.getByRole('textbox', { name: `${number}行目`, exact: true });
      if (hand.name === 'keyboard') {
        await line(1).focus();
        await page.keyboard.press('ArrowDown');
        await hand.press(page.locator(':focus'));
      } else {
        await hand.press(line(2));
        await hand.press(button(page, '2行目：下に追加'));
      }
      await page.locator(':focus').and(line(3)).waitFor();
      await hand.write(line(3), '窓口より');
    },
    holds: (files) => expect(files['messages/withdrawn.md']).toContain('様\n窓口より\n\n'),
  },
  {
    does: 'makes a notice',
    area: '通知書',
    steps: async (hand, page) => {
      await hand.press(button(page, '通知書を作る'));
      await hand.write(page.getByRole('dialog').getByRole('textbox').first(), '変更承認通知書');
      await hand.press(inDialog(page, '通知書を作る'));
    },
    holds: (files) => expect(files['notices/notice-1.md']).toContain('表題：変更承認通知書'),
  },
  {
    does: 'renames a notice wherever it is sent',
    area: '通知書',
    steps: async (hand, page) => {
      await hand.press(button(page, '交付決定通知書 grant-decision'));
      await rename(hand, page, '交付決定通知書', 'award');
    },
    holds: (files) => {
      expect(files).toHaveProperty(['notices/award.md']);
      expect(files['workflow.json']).toContain('"notice": "award"');
    },
  },
  {
    does: 'removes a mail',
    area: 'メール',
    steps: async (hand, page) => {
      await hand.press(page.getByRole('button', { name: /withdrawn$/ }));
      await hand.press(button(page, 'この文面を削除'));
    },
    holds: (files) => expect(files).not.toHaveProperty(['messages/withdrawn.md']),
  },
  {
    does: 'says a text in English',
    area: '英語',
    steps: (hand, page) => hand.write(page.getByLabel('「くらし・安全」の英語'), 'Safe streets'),
    holds: (files) => expect(json(files, 'texts/en.json')).toMatchObject({ 'くらし・安全': 'Safe streets' }),
  },
  {
    does: 'keeps what was tried as an example',
    area: '試す',
    steps: async (hand, page) => {
      await hand.choose(page.getByLabel('はじめの入力'), await firstExample(page));
      await hand.press(button(page, '始める'));
      await hand.press(button(page, '提出する'));
      await hand.press(button(page, '例として残す').first());
      await hand.write(page.getByLabel('例の題'), '出しただけの例');
      await hand.press(inDialog(page, '例として残す'));
    },
    holds: (files) =>
      expect(json(files, 'examples/08-recorded.json')).toMatchObject({ title: '出しただけの例' }),
  },
  {
    does: 'removes an example',
    area: '例',
    steps: (hand, page) => hand.press(page.getByRole('button', { name: /^削除：/ }).last()),
    holds: (files) => expect(files).not.toHaveProperty(['examples/07-withdrawn.json']),
  },
];
