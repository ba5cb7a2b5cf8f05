import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { ProcedureFiles } from '#engine';
import type { Hand } from '../hands.js';
import { button, type EditRow, inDialog, labelled, rename } from './edit-row.js';

const rates = (files: ProcedureFiles): string => files['tables/rates.csv'] ?? '';
const cell = (page: Page, name: string): Locator => page.getByRole('gridcell', { name, exact: true });
/** The mouse goes to a cell, the keys from the first to it. */
async function toCell(hand: Hand, page: Page, name: string, ...keys: readonly string[]): Promise<void> {
  await (hand.name === 'mouse' ? cell(page, name) : page.getByRole('gridcell').first()).click();
  if (hand.name === 'keyboard') for (const key of ['Control+Home', ...keys]) await page.keyboard.press(key);
  await cell(page, name).and(page.locator('[tabindex="0"]')).waitFor();
}

export const ofTables: readonly EditRow[] = [
  {
    does: 'writes into a cell',
    area: '表',
    steps: async (hand, page) => {
      await toCell(hand, page, '0.75', 'ArrowRight');
      await page.keyboard.type('0.9');
      await page.keyboard.press('Enter');
    },
    holds: (files) =>
      expect(rates(files)).toBe('kind,rate:number,cap:number\nnew,0.9,300000\nreplace,0.5,150000\n'),
  },
  {
    does: 'copies a stretch of cells to another place',
    area: '表',
    steps: async (hand, page) => {
      await toCell(hand, page, '0.75', 'ArrowRight');
      if (hand.name === 'mouse') await cell(page, '300000').click({ modifiers: ['Shift'] });
      else await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Control+c');
      await toCell(hand, page, '0.5', 'ArrowDown', 'ArrowRight');
      await page.keyboard.press('Control+v');
    },
    holds: (files) =>
      expect(rates(files)).toBe('kind,rate:number,cap:number\nnew,0.75,300000\nreplace,0.75,300000\n'),
  },
  {
    does: 'adds a row',
    area: '表',
    steps: async (hand, page) => {
      await toCell(hand, page, 'new');
      await hand.press(button(page, '下に行を追加'));
    },
    holds: (files) => expect(rates(files)).toContain('new,0.75,300000\n,,\nreplace'),
  },
  {
    does: 'removes a row',
    area: '表',
    steps: async (hand, page) => {
      await toCell(hand, page, 'new');
      await hand.press(button(page, '行を削除'));
    },
    holds: (files) => expect(rates(files)).toBe('kind,rate:number,cap:number\nreplace,0.5,150000\n'),
  },
  {
    does: 'orders the rows',
    area: '表',
    steps: async (hand, page) => {
      await toCell(hand, page, 'new');
      await hand.press(button(page, '行を下へ'));
    },
    holds: (files) =>
      expect(rates(files)).toBe('kind,rate:number,cap:number\nreplace,0.5,150000\nnew,0.75,300000\n'),
  },
  {
    does: 'adds a column',
    area: '表',
    steps: async (hand, page) => {
      await toCell(hand, page, 'new');
      await hand.press(button(page, '右に列を追加'));
    },
    holds: (files) => expect(rates(files)).toContain('kind,column,rate:number,cap:number\nnew,,0.75'),
  },
  {
    does: 'says what a column holds',
    area: '表',
    steps: async (hand, page) => {
      await toCell(hand, page, '0.75', 'ArrowRight');
      await hand.choose(page.getByRole('combobox', { name: /^種類/ }), '文字');
    },
    holds: (files) => expect(rates(files)).toContain('kind,rate,cap:number\n'),
  },
  {
    does: 'orders the columns',
    area: '表',
    steps: async (hand, page) => {
      await toCell(hand, page, '0.75', 'ArrowRight');
      await hand.press(button(page, '列を右へ'));
    },
    holds: (files) => expect(rates(files)).toContain('kind,cap:number,rate:number\nnew,300000,0.75'),
  },
  {
    does: 'removes a column',
    area: '表',
    steps: async (hand, page) => {
      await toCell(hand, page, '300000', 'ArrowRight', 'ArrowRight');
      await hand.press(button(page, '列を削除'));
    },
    holds: (files) => expect(rates(files)).toBe('kind,rate:number\nnew,0.75\nreplace,0.5\n'),
  },
  {
    does: 'renames a column wherever it is used',
    area: '表',
    steps: async (hand, page) => {
      await toCell(hand, page, '300000', 'ArrowRight', 'ArrowRight');
      await hand.write(page.getByLabel('列の名前'), 'limit');
      await page.keyboard.press('Enter');
    },
    holds: (files) => {
      expect(rates(files)).toContain('kind,rate:number,limit:number');
      expect(files['form.schema.json']).toContain('.limit');
    },
  },
  {
    does: 'renames a table wherever it is used',
    area: '表',
    steps: async (hand, page) => {
      await rename(hand, page, 'rates', 'grants');
    },
    holds: (files) => {
      expect(files).toHaveProperty(['tables/grants.csv']);
      expect(files['form.schema.json']).toContain('tables.grants');
    },
  },
  {
    does: 'makes a table of what a spreadsheet has',
    area: '表',
    steps: async (hand, page) => {
      await hand.press(button(page, '表を作る'));
      await hand.write(labelled(page, '表の名前'), 'wards');
      await labelled(page, '表計算ソフトから貼り付ける').fill('code\tname\n1\t北区');
      await hand.press(inDialog(page, '作る'));
    },
    holds: (files) => expect(files['tables/wards.csv']).toBe('code,name\n1,北区\n'),
  },
  {
    does: 'removes a table',
    area: '表',
    steps: (hand, page) => hand.press(button(page, 'この表を削除')),
    holds: (files) => expect(files).not.toHaveProperty(['tables/rates.csv']),
  },
];
