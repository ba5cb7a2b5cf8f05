import { expect } from '@jest/globals';
import type { Keyboard, Page } from 'playwright-core';
import { settled } from '../support/settled.js';
import { soon } from '../support/soon.js';

/** What holds for one question of `procedures/every-field`, whichever type draws it. */
export interface Contract {
  /** Its name in FIELD_TYPES. */
  readonly type: string;
  readonly field: string;
  /** With the focus on its control: gives the answer, by the keyboard alone. */
  readonly enter: (keyboard: Keyboard, page: Page) => Promise<void>;
  readonly answer: unknown;
  /** On the review screen, at the desk and in the PDF. */
  readonly shown: string;
  readonly inEnglish: string;
  /** Takes the answer back; null for round buttons, which nobody can take back. */
  readonly clear?: ((keyboard: Keyboard, page: Page) => Promise<void>) | null;
  /** Said before anything is wrong: the example of the author, or the sentence of the type. */
  readonly example: string | null;
  /** Questions that `clear` would leave without their code. */
  readonly required?: false;
}

const typing = (text: string) => (keyboard: Keyboard) => keyboard.type(text);
const pressing =
  (...keys: readonly string[]) =>
  async (keyboard: Keyboard): Promise<void> => {
    for (const key of keys) await keyboard.press(key);
  };

/** Types, waits for the suggestion, and takes it. */
const finding = (text: string, suggestion: string) => async (keyboard: Keyboard, page: Page) => {
  await keyboard.type(text);
  await page.getByRole('option', { name: suggestion }).first().waitFor();
  await settled(page);
  await soon(async () => {
    await keyboard.press('ArrowDown');
    expect(await page.getByRole('option', { name: suggestion, selected: true }).count()).toBe(1);
  });
  await keyboard.press('Enter');
};

const text = (
  type: string,
  field: string,
  typed: string,
  more: Partial<Contract> & Pick<Contract, 'example'>,
): Contract => ({
  type,
  field,
  enter: typing(typed),
  answer: typed,
  shown: typed,
  inEnglish: typed,
  ...more,
});

export const CONTRACTS: readonly Contract[] = [
  text('text', 'words.line', '𠮷野みなと祭り', { example: '例）みなと祭り' }),
  text('textarea', 'words.lines', '屋台、花火', { example: '例）屋台と花火' }),
  text('name', 'words.person', '浪花 一郎', { example: '例）浪花 一郎' }),
  text('code', 'words.person_kana', 'なにわ いちろう', {
    answer: 'ナニワ イチロウ',
    shown: 'ナニワ イチロウ',
    inEnglish: 'ナニワ イチロウ',
    example: '例）ナニワ イチロウ',
  }),
  text('code', 'words.phone', '０６−６９４１−０３５１', {
    answer: '0669410351',
    shown: '06-6941-0351',
    inEnglish: '06-6941-0351',
    example: '例）0669410351',
  }),
  text('text', 'words.mail', 'info@example.jp', { example: '例）info@example.jp' }),
  text('number', 'amounts.people', '１，２００人', {
    answer: 1200,
    shown: '1,200人',
    inEnglish: '1,200 people',
    example: '例）1200',
  }),
  text('money', 'amounts.cost', '310,000', {
    answer: 310000,
    shown: '310,000円',
    inEnglish: '310,000 yen',
    example: '例）310000',
  }),
  {
    type: 'date',
    field: 'amounts.day',
    async enter(keyboard) {
      await keyboard.type('令和8');
      await keyboard.press('Tab');
      await keyboard.type('12');
      await keyboard.press('Tab');
      await keyboard.type('5');
    },
    answer: '2026-12-05',
    shown: '令和8年12月5日（2026年）',
    inEnglish: '5 December 2026',
    async clear(keyboard) {
      for (const next of ['Tab', 'Tab', 'Shift+Tab']) {
        await keyboard.press('ControlOrMeta+a');
        await keyboard.press('Backspace');
        await keyboard.press(next);
      }
    },
    example: '例）令和3、2021',
  },
  text('hours', 'amounts.ends_at', '翌2時', {
    answer: '26:00',
    shown: '26:00（翌日の午前2時）',
    inEnglish: '26:00 (2 a.m. of the next day)',
    example: '深夜2時は26:00',
  }),
  {
    type: 'radio',
    field: 'choices.kind',
    enter: pressing('Space', 'ArrowDown'),
    answer: 'music',
    shown: '音楽',
    inEnglish: 'Music',
    clear: null,
    example: null,
  },
  {
    type: 'select',
    field: 'choices.ward',
    enter: pressing('ArrowDown', 'ArrowDown', 'ArrowDown'),
    answer: 'w3',
    shown: '第3区',
    inEnglish: 'Ward 3',
    clear: pressing('ArrowUp', 'ArrowUp', 'ArrowUp'),
    example: null,
  },
  {
    type: 'search',
    field: 'choices.park',
    enter: finding('城', '大阪城公園'),
    answer: 'p1',
    shown: '大阪城公園',
    inEnglish: 'Osaka Castle Park',
    example: '名前の一部を入力すると、候補が出ます。',
  },
  {
    type: 'choices',
    field: 'choices.needs',
    enter: pressing('Space', 'Tab', 'Tab', 'Space'),
    answer: ['tent', 'power'],
    shown: 'テント\n電源',
    inEnglish: 'Tent, Power',
    clear: pressing('Space', 'Tab', 'Tab', 'Space'),
    example: null,
  },
  {
    type: 'yes-no',
    field: 'choices.free',
    enter: pressing('Space'),
    answer: true,
    shown: 'はい',
    inEnglish: 'Yes',
    clear: null,
    example: null,
  },
  {
    type: 'checkbox',
    field: 'choices.news',
    enter: pressing('Space'),
    answer: true,
    shown: 'はい',
    inEnglish: 'Yes',
    clear: pressing('Space'),
    example: null,
    required: false,
  },
  text('application', 'choices.former', '0001-08-0000012-3', {
    example: 'このサイトには、選べる申請がありません。',
  }),
  {
    type: 'consent',
    field: 'choices.promise',
    enter: pressing('Space'),
    answer: true,
    shown: 'はい',
    inEnglish: 'Yes',
    clear: pressing('Space'),
    example: null,
  },
  text('corporate-number', 'place.number', '7123456789012', { example: '例）7123456789012' }),
  {
    type: 'postal',
    field: 'place.postal',
    async enter(keyboard, page) {
      await keyboard.type('540-0008');
      await page.getByText('「大阪府大阪市中央区大手前」を入れました。').first().waitFor();
    },
    answer: '5400008',
    shown: '〒540-0008',
    inEnglish: '〒540-0008',
    example: '例）5400008',
  },
  {
    type: 'bank',
    field: 'place.bank_name',
    enter: finding('みず', 'みずほ銀行'),
    answer: 'みずほ銀行',
    shown: 'みずほ銀行',
    inEnglish: 'みずほ銀行',
    example: '名前・読み・コードの一部を入力すると、候補が出ます。',
  },
  {
    type: 'bank-branch',
    field: 'place.branch_name',
    enter: finding('まちだ', '町田'),
    answer: '町田',
    shown: '町田',
    inEnglish: '町田',
    example: '名前・読み・コードの一部を入力すると、候補が出ます。',
  },
  text('code', 'place.account', '１２３４５', {
    answer: '0012345',
    shown: '0012345',
    inEnglish: '0012345',
    example: '例）1234567',
  }),
  text('code', 'place.holder', 'なにわ いちろう', {
    answer: 'ﾅﾆﾜ ｲﾁﾛｳ',
    shown: 'ﾅﾆﾜ ｲﾁﾛｳ',
    inEnglish: 'ﾅﾆﾜ ｲﾁﾛｳ',
    example: '例）ﾅﾆﾜ ｲﾁﾛｳ',
  }),
  {
    type: 'attachment',
    field: 'papers.map',
    async enter(keyboard, page) {
      const chooser = page.waitForEvent('filechooser');
      await keyboard.press('Enter');
      const file = { name: '図.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };
      await (await chooser).setFiles(file);
      await page.getByRole('button', { name: '図.pdfを削除' }).waitFor();
    },
    answer: null,
    shown: '図.pdf',
    inEnglish: '図.pdf',
    async clear(keyboard, page) {
      await page.getByRole('button', { name: '図.pdfを削除' }).focus();
      await keyboard.press('Enter');
    },
    example: '2個まで',
  },
];
