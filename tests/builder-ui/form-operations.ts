import { expect } from '@jest/globals';
import { outlineForm, type ProcedureFiles } from '#engine';
import { soon } from '../support/soon.js';
import {
  box,
  button,
  inspector,
  namesOf,
  page,
  palette,
  press,
  retype,
  schemaOf,
  treeItem,
  walkTo,
} from './form-hands.js';

export interface Operation {
  readonly does: string;
  /** What is chosen first. */
  readonly at: string;
  mouse(): Promise<void>;
  keys(): Promise<void>;
  holds(files: ProcedureFiles): void;
}

const REPLACED = '取替え・ほかの補助5万円を除いた25万円の半分、12万5千円になる';

/** Each by mouse and by keyboard: both give the same files. */
export const OPERATIONS: readonly Operation[] = [
  {
    does: 'adds a question below the one chosen',
    at: 'applicant.name_kana',
    mouse: async () => {
      await palette(true, 'click');
      await button('金額').click();
    },
    keys: async () => {
      await palette(true, 'press');
      await press('金額');
    },
    holds: (files) =>
      expect(namesOf(files, 'applicant').slice(1, 4)).toEqual(['name_kana', 'amount', 'rep_name']),
  },
  {
    does: 'adds a ready block',
    at: 'plan',
    mouse: async () => {
      await palette(true, 'click');
      await button('口座').click();
    },
    keys: async () => {
      await palette(true, 'press');
      await press('口座');
    },
    holds: (files) =>
      expect(namesOf(files, 'plan')).toEqual(expect.arrayContaining(['bank_name', 'account_number'])),
  },
  {
    does: 'adds a page behind the one chosen',
    at: 'applicant',
    mouse: () => button('ページを足す').click(),
    keys: () => press('ページを足す'),
    holds: (files) => expect(namesOf(files, '').slice(0, 2)).toEqual(['applicant', 'page']),
  },
  {
    does: 'moves a question up',
    at: 'applicant.tel',
    mouse: () => button('上へ').click(),
    keys: () => page.keyboard.press('Alt+ArrowUp'),
    holds: (files) => expect(namesOf(files, 'applicant').slice(-2)).toEqual(['tel', 'address']),
  },
  {
    does: 'moves a page down',
    at: 'applicant',
    mouse: () => button('下へ').click(),
    keys: () => page.keyboard.press('Alt+ArrowDown'),
    holds: (files) => expect(namesOf(files, '').slice(0, 2)).toEqual(['plan', 'applicant']),
  },
  {
    does: 'takes a question to another page, by dragging or from a list of places',
    at: 'applicant.tel',
    mouse: () => treeItem('applicant.tel').dragTo(treeItem('plan')),
    keys: async () => {
      await press('移動先');
      await page.getByLabel('入れる場所').selectOption({ value: 'plan' });
      await press('移動する');
    },
    holds: (files) => expect(namesOf(files, 'plan').at(-1)).toBe('tel'),
  },
  {
    does: 'makes a second one',
    at: 'applicant.tel',
    mouse: () => button('複製').click(),
    keys: () => page.keyboard.press('Control+d'),
    holds: (files) => expect(namesOf(files, 'applicant').at(-1)).toBe('tel_2'),
  },
  {
    does: 'removes a question, after saying what uses it',
    at: 'applicant.rep_name',
    mouse: async () => {
      await button('削除').click();
      await page.getByRole('dialog').getByRole('button', { name: '削除する' }).click();
    },
    keys: async () => {
      await page.keyboard.press('Delete');
      await press('削除する');
    },
    holds: (files) => expect(namesOf(files, 'applicant')).not.toContain('rep_name'),
  },
  {
    does: 'copies a question to another page',
    at: 'applicant.tel',
    mouse: async () => {
      await button('コピー').click();
      await treeItem('plan').click();
      await button('貼り付け').click();
    },
    keys: async () => {
      await page.keyboard.press('Control+c');
      await walkTo('plan');
      await page.keyboard.press('Control+v');
    },
    holds: (files) => expect(namesOf(files, 'plan').at(-1)).toBe('tel'),
  },
  {
    does: 'cuts a question out and puts it in elsewhere',
    at: 'applicant.tel',
    mouse: async () => {
      await button('切り取り').click();
      await treeItem('plan').click();
      await button('貼り付け').click();
    },
    keys: async () => {
      await page.keyboard.press('Control+x');
      await walkTo('plan');
      await page.keyboard.press('Control+v');
    },
    holds: (files) => {
      expect(namesOf(files, 'applicant')).not.toContain('tel');
      expect(namesOf(files, 'plan').at(-1)).toBe('tel');
    },
  },
  {
    does: 'words a question anew',
    at: 'applicant.tel',
    mouse: () => box('質問').fill('連絡先の電話'),
    keys: () => retype('質問', '連絡先の電話'),
    holds: (files) => expect(schemaOf(files, 'applicant.tel')).toMatchObject({ title: '連絡先の電話' }),
  },
  {
    does: 'lets a question be left out',
    at: 'applicant.tel',
    mouse: () => inspector().getByLabel('必ず答えてもらう').uncheck(),
    keys: async () => {
      await inspector().getByLabel('必ず答えてもらう').focus();
      await page.keyboard.press('Space');
    },
    holds: (files) =>
      expect(outlineForm(files)?.[0]?.fields.find(({ name }) => name === 'tel')?.required).toBe(false),
  },
  {
    does: 'helps below a question',
    at: 'applicant.tel',
    mouse: () => box('質問の下の助け').fill('携帯でもかまいません。'),
    keys: () => retype('質問の下の助け', '携帯でもかまいません。'),
    holds: (files) => expect(files['form.ui.json']).toContain('"ui:help": "携帯でもかまいません。"'),
  },
  {
    does: 'bounds an answer',
    at: 'applicant.name',
    mouse: () => box('最多の文字数').fill('60'),
    keys: () => retype('最多の文字数', '60'),
    holds: (files) => expect(schemaOf(files, 'applicant.name')).toMatchObject({ maxLength: 60 }),
  },
  {
    does: 'asks a question under a condition, by rows',
    at: 'plan.place',
    mouse: async () => {
      const when = inspector().getByRole('group', { name: '聞く条件', exact: true });
      await when.getByRole('button', { name: '行を足す' }).click();
      await when.getByRole('combobox', { name: '1行目 項目' }).selectOption({ value: 'plan.kind' });
      await when
        .getByRole('combobox', { name: '1行目 値', exact: true })
        .selectOption({ label: '今あるカメラを取り替える' });
    },
    keys: async () => {
      const when = inspector().getByRole('group', { name: '聞く条件', exact: true });
      await when.getByRole('button', { name: '行を足す' }).focus();
      await page.keyboard.press('Enter');
      await when.getByRole('combobox', { name: '1行目 項目' }).selectOption({ value: 'plan.kind' });
      await when.getByRole('combobox', { name: '1行目 値', exact: true }).focus();
      await page.keyboard.press('ArrowDown');
    },
    holds: (files) =>
      expect(schemaOf(files, 'plan.place')).toMatchObject({ 'x-askWhen': 'plan.kind = "replace"' }),
  },
  {
    does: 'asks a question under a condition, as a formula with suggestions',
    at: 'plan.place',
    mouse: async () => {
      const when = inspector().getByRole('group', { name: '聞く条件', exact: true });
      await when.getByRole('button', { name: '式で書く' }).click();
      await when.getByRole('textbox', { name: '聞く条件 式' }).fill('新設');
      await page.getByRole('option', { name: /plan\.kind/ }).click();
      await when.getByRole('textbox', { name: '聞く条件 式' }).press('End');
      await page.keyboard.type(' = "new"');
      // What it gives is told at once, on the answers of any example.
      await when.getByText('試しの値: はい').waitFor();
      await when.locator('.builder-live').getByRole('combobox').selectOption({ label: REPLACED });
      await when.getByText('試しの値: いいえ').waitFor();
    },
    keys: async () => {
      const when = inspector().getByRole('group', { name: '聞く条件', exact: true });
      await when.getByRole('button', { name: '式で書く' }).focus();
      await page.keyboard.press('Enter');
      await when.getByRole('textbox', { name: '聞く条件 式' }).focus();
      await page.keyboard.type('新設');
      await page.getByRole('option', { name: /plan\.kind/ }).waitFor();
      await page.keyboard.press('Enter');
      await soon(async () =>
        expect(await when.getByRole('textbox', { name: '聞く条件 式' }).inputValue()).toBe('plan.kind'),
      );
      await page.keyboard.press('End');
      await page.keyboard.type(' = "new"');
    },
    holds: (files) =>
      expect(schemaOf(files, 'plan.place')).toMatchObject({ 'x-askWhen': 'plan.kind = "new"' }),
  },
  {
    does: 'adds a choice and puts it first',
    at: 'plan.kind',
    mouse: async () => {
      await button('選択肢を足す').click();
      await button('選択肢3を上へ').click();
      await button('選択肢2を上へ').click();
    },
    keys: async () => {
      await press('選択肢を足す');
      await press('選択肢3を上へ');
      await press('選択肢2を上へ');
    },
    holds: (files) =>
      expect(schemaOf(files, 'plan.kind')['oneOf']).toMatchObject([{ const: 'option' }, {}, {}]),
  },
  {
    does: 'words a choice anew and removes another',
    at: 'plan.kind',
    mouse: async () => {
      await box('選択肢1の文字').fill('新しく取り付ける');
      await button('選択肢2を削除').click();
    },
    keys: async () => {
      await retype('選択肢1の文字', '新しく取り付ける');
      await press('選択肢2を削除');
    },
    holds: (files) =>
      expect(schemaOf(files, 'plan.kind')['oneOf']).toEqual([{ const: 'new', title: '新しく取り付ける' }]),
  },
  {
    does: 'checks an answer and says what is wrong with it',
    at: 'applicant.tel',
    mouse: async () => {
      await button('確かめを足す').click();
      await box('正しくないときに申請者が読む文').fill('市内の番号を入れてください。');
    },
    keys: async () => {
      await press('確かめを足す');
      await retype('正しくないときに申請者が読む文', '市内の番号を入れてください。');
    },
    holds: (files) =>
      expect(schemaOf(files, 'applicant.tel')['x-check']).toEqual([
        {
          id: 'check',
          expression: 'applicant.tel != null',
          message: '市内の番号を入れてください。',
          level: 'error',
        },
      ]),
  },
  {
    does: 'takes a check away',
    at: 'plan.other_amount',
    mouse: () => button('確かめ1を削除').click(),
    keys: () => press('確かめ1を削除'),
    holds: (files) => expect(schemaOf(files, 'plan.other_amount')).not.toHaveProperty('x-check'),
  },
  {
    does: 'makes a question one of another kind',
    at: 'plan.place',
    mouse: async () => {
      await inspector().getByText('質問の種類を変える').click();
      await inspector().getByLabel('質問の種類', { exact: true }).selectOption({ label: '日付' });
      await button('この種類にする').click();
    },
    keys: async () => {
      await inspector().getByText('質問の種類を変える').focus();
      await page.keyboard.press('Enter');
      await inspector().getByLabel('質問の種類', { exact: true }).selectOption({ label: '日付' });
      await press('この種類にする');
    },
    holds: (files) =>
      expect(schemaOf(files, 'plan.place')).toMatchObject({
        type: 'string',
        format: 'date',
        title: '付ける場所',
      }),
  },
  {
    does: 'renames a question wherever it is used',
    at: 'applicant.rep_name',
    mouse: async () => {
      await box('名前（条件や文面で使う）').fill('leader');
      await button('名前を変える').click();
    },
    keys: async () => {
      await retype('名前（条件や文面で使う）', 'leader');
      await page.keyboard.press('Enter');
    },
    holds: (files) => {
      expect(namesOf(files, 'applicant')).toContain('leader');
      expect(JSON.stringify(files)).not.toContain('applicant.rep_name');
    },
  },
];
