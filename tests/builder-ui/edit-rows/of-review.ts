import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ProcedureFiles } from '#engine';
import type { Hand } from '../hands.js';
import { button, type EditRow, inDialog, json, labelled, rename } from './edit-row.js';

interface Review {
  readonly start: string;
  readonly roles: object;
  readonly reasons: readonly Readonly<Record<'code' | 'text', string>>[];
  readonly lists?: object;
  readonly stages: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly kind: string;
        readonly actions: Readonly<Record<string, { readonly routes: readonly object[] }>>;
        readonly timers?: object;
      }
    >
  >;
}

const review = (files: ProcedureFiles): Review => json(files, 'workflow.json') as Review;
const stages = (files: ProcedureFiles): readonly string[] => Object.keys(review(files).stages);
const routesOf = (files: ProcedureFiles, action: string): readonly object[] =>
  review(files).stages['review']?.actions[action]?.routes ?? [];

const stage = (hand: Hand, page: Page, title: string): Promise<void> => hand.press(button(page, title));
const action = async (hand: Hand, page: Page, title: string): Promise<void> => {
  await stage(hand, page, '審査');
  await hand.press(page.locator('.flow-inspector').getByRole('button', { name: title, exact: true }));
};
const whole = (hand: Hand, page: Page): Promise<void> => hand.press(button(page, '流れの全体'));

export const ofReview: readonly EditRow[] = [
  {
    does: 'adds a stage',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await hand.choose(page.getByLabel('追加する段階の種類'), '待ち');
      await hand.press(button(page, '段階を追加'));
    },
    holds: (files) =>
      expect(review(files).stages['waiting']).toMatchObject({ kind: 'waiting', title: '待ち' }),
  },
  {
    does: 'moves a stage up',
    area: '審査の流れ',
    steps: (hand, page) => hand.press(button(page, '「決裁（交付）」を上へ')),
    holds: (files) => expect(stages(files).slice(0, 3)).toEqual(['review', 'decision', 'correction']),
  },
  {
    does: 'removes a stage, and what led to it leads elsewhere',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await hand.press(button(page, '「決裁（不交付）」を削除'));
      await hand.choose(page.getByLabel('代わりの行き先'), '不交付決定');
      await hand.press(inDialog(page, '段階を削除'));
    },
    holds: (files) => {
      expect(stages(files)).not.toContain('refusal');
      expect(routesOf(files, 'recommend_refusal')).toEqual([{ to: 'refused' }]);
    },
  },
  {
    does: 'puts a stage between two',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await hand.press(button(page, '「審査」と「決裁（交付）」の間に段階を入れる'));
      await hand.press(inDialog(page, '入れる'));
    },
    holds: (files) => {
      expect(routesOf(files, 'recommend')).toEqual([{ to: 'review_2' }]);
      expect(review(files).stages['review_2']?.actions['pass']?.routes).toEqual([{ to: 'decision' }]);
    },
  },
  {
    does: 'leads from one stage to another',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await hand.press(button(page, '操作でつなぐ：補正待ち'));
      await hand.choose(page.getByLabel('つなぐ先の段階'), '取下げ');
      await hand.press(inDialog(page, '操作でつなぐ'));
    },
    holds: (files) =>
      expect(review(files).stages['correction']?.actions['to_withdrawn']).toMatchObject({
        by: 'applicant',
        routes: [{ to: 'withdrawn' }],
      }),
  },
  {
    does: 'makes a role where somebody is to have it',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await stage(hand, page, '審査');
      const making = page.locator('.flow-inspector details', { hasText: '新しい役割を作る' });
      // It stays unfolded for who makes another.
      if (!(await making.evaluate((details: HTMLDetailsElement) => details.open)))
        await hand.press(making.locator('summary'));
      await hand.write(making.getByRole('textbox'), '現地調査員');
      await hand.press(making.getByRole('button', { name: '作って選ぶ' }));
    },
    holds: (files) => {
      expect(review(files).roles).toMatchObject({ role: { title: '現地調査員' } });
      expect(review(files).stages['review']).toMatchObject({ role: 'role' });
    },
  },
  {
    does: 'adds an action',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await stage(hand, page, '審査');
      await hand.press(button(page, '操作を追加'));
    },
    holds: (files) =>
      expect(review(files).stages['review']?.actions['action']).toEqual({ title: '新しい操作', routes: [] }),
  },
  {
    does: 'adds what happens by itself',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await stage(hand, page, '審査');
      await hand.press(button(page, '時間で起きることを追加'));
    },
    holds: (files) =>
      expect(review(files).stages['review']?.timers).toMatchObject({
        remind: { on: { from: 'due', workingDays: -3 } },
      }),
  },
  {
    does: 'orders the actions of a stage',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await stage(hand, page, '審査');
      await hand.press(button(page, '「交付を認めて決裁へ進める」を下へ'));
    },
    holds: (files) =>
      expect(Object.keys(review(files).stages['review']?.actions ?? {}).slice(0, 2)).toEqual([
        'recommend_refusal',
        'recommend',
      ]),
  },
  {
    does: 'removes an action',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await stage(hand, page, '審査');
      await hand.press(button(page, '「補正を求める」を削除'));
    },
    holds: (files) => expect(routesOf(files, 'ask_correction')).toEqual([]),
  },
  {
    does: 'words a stage anew',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await stage(hand, page, '審査');
      await hand.write(labelled(page, '職員が見る名前'), '一次審査');
    },
    holds: (files) => expect(review(files).stages['review']?.title).toBe('一次審査'),
  },
  {
    does: 'leads elsewhere under a condition',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await action(hand, page, '交付を認めて決裁へ進める');
      await hand.press(button(page, '条件つきの行き先を追加'));
    },
    holds: (files) =>
      expect(routesOf(files, 'recommend')).toEqual([{ when: '', to: 'granted' }, { to: 'decision' }]),
  },
  {
    does: 'removes a ready sentence',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await whole(hand, page);
      await hand.press(button(page, '「対象の団体ではない」を削除'));
    },
    holds: (files) => expect(review(files).reasons.map(({ code }) => code)).toEqual(['place-not-public']),
  },
  {
    does: 'orders the ready sentences',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await whole(hand, page);
      await hand.press(button(page, '「対象の団体ではない」を下へ'));
    },
    holds: (files) =>
      expect(review(files).reasons.map(({ code }) => code)).toEqual([
        'place-not-public',
        'group-not-eligible',
      ]),
  },
  {
    does: 'words a ready sentence anew',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await whole(hand, page);
      await hand.write(page.getByRole('textbox', { name: /^文/ }).first(), '対象は自治会などです。');
    },
    holds: (files) => expect(review(files).reasons[0]?.text).toBe('対象は自治会などです。'),
  },
  {
    does: 'gives officials lists of the answers',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await whole(hand, page);
      await hand.tick(page.getByLabel('職員の一覧に出し、並べ、捜せる項目を使う'));
    },
    holds: (files) => expect(review(files).lists).toEqual({ fields: [] }),
  },
  {
    does: 'begins at another stage',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await whole(hand, page);
      await hand.choose(labelled(page, '最初の段階の名前'), '補正待ち');
    },
    holds: (files) => expect(review(files).start).toBe('correction'),
  },
  {
    does: 'puts in a whole review',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await hand.press(button(page, 'ひな形の流れを入れる'));
      await hand.press(inDialog(page, '「許可」の流れを入れる'));
    },
    holds: (files) =>
      expect(stages(files).slice(0, 4)).toEqual(['formality', 'correction', 'review', 'decision']),
  },
  {
    does: 'renames a stage wherever it is used',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await stage(hand, page, '決裁（交付）');
      await hand.write(page.locator('.flow-inspector > .rename').getByRole('textbox'), 'approval');
      await hand.press(page.locator('.flow-inspector > .rename').getByRole('button'));
    },
    holds: (files) => expect(routesOf(files, 'recommend')).toEqual([{ to: 'approval' }]),
  },
  {
    does: 'renames a role wherever it is used',
    area: '審査の流れ',
    steps: async (hand, page) => {
      await whole(hand, page);
      await rename(hand, page, '決裁者', 'chief');
    },
    holds: (files) => {
      expect(Object.keys(review(files).roles)).toEqual(['reviewer', 'chief']);
      expect(review(files).stages['decision']).toMatchObject({ role: 'chief' });
    },
  },
];
