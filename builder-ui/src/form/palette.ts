import type { NewField } from '#engine';

/** What an author can put on a page: one question, or a block of several that belong together. */
export interface PaletteItem {
  readonly key: string;
  readonly group: 'text' | 'number' | 'choice' | 'other' | 'block';
  readonly fields: readonly NewField[];
}

/** Of what is dragged out of the palette: its key. */
export const PALETTE_TYPE = 'application/x-tetsuzuki-palette';

const PURPOSE = '申請の審査と、申請についての連絡に使います。';
const text = (title: string, more: Readonly<Record<string, string | number | boolean>> = {}) => ({
  type: 'string',
  title,
  ...more,
});
const choices = [
  { const: 'a', title: '選択肢1' },
  { const: 'b', title: '選択肢2' },
];
const one = (
  key: string,
  group: PaletteItem['group'],
  name: string,
  schema: NewField['schema'],
  ui?: NewField['ui'],
): PaletteItem => ({ key, group, fields: [{ name, schema, ...(ui ? { ui } : {}) }] });

/** Questions begin whole: they compile as they are put in, but for what only their author can say. */
export const PALETTE: readonly PaletteItem[] = [
  one('text', 'text', 'text', text('1行の文字', { maxLength: 100 })),
  one('textarea', 'text', 'note', text('長い文字', { maxLength: 1000 }), { 'ui:widget': 'textarea' }),
  one('kana', 'text', 'kana', text('フリガナ', { format: 'kana', maxLength: 100, 'x-purpose': PURPOSE })),
  one('email', 'text', 'mail', text('メールアドレス', { format: 'email', 'x-purpose': PURPOSE })),
  one('tel', 'text', 'tel', text('電話番号', { format: 'tel-jp', 'x-purpose': PURPOSE })),
  one('postal', 'text', 'postal', text('郵便番号', { format: 'postal-jp', 'x-purpose': PURPOSE })),
  one('corporate-number', 'text', 'corporate_number', text('法人番号', { format: 'corporate-number' })),
  one('url', 'text', 'url', text('ホームページ', { format: 'url' })),
  one('hours', 'text', 'hours', text('時刻', { format: 'hours' })),
  one('integer', 'number', 'count', { type: 'integer', title: '整数', minimum: 0 }),
  one(
    'money',
    'number',
    'amount',
    { type: 'integer', title: '金額', minimum: 0, 'x-unit': '円' },
    { 'ui:widget': 'money' },
  ),
  one('number', 'number', 'number', { type: 'number', title: '小数のある数', minimum: 0 }),
  one('date', 'number', 'date', { type: 'string', format: 'date', title: '日付' }),
  one('computed', 'number', 'total', {
    type: 'number',
    title: '計算した値',
    readOnly: true,
    'x-compute': '0',
  }),
  one(
    'radio',
    'choice',
    'choice',
    { type: 'string', title: '1つ選ぶ', oneOf: choices },
    { 'ui:widget': 'radio' },
  ),
  one(
    'select',
    'choice',
    'select',
    { type: 'string', title: '一覧から1つ選ぶ', oneOf: choices },
    { 'ui:widget': 'select' },
  ),
  one('choices', 'choice', 'choices', {
    type: 'array',
    title: 'いくつでも選ぶ',
    items: { type: 'string', oneOf: choices },
    uniqueItems: true,
    maxItems: 2,
  }),
  one('yes-no', 'choice', 'yes_no', { type: 'boolean', title: 'はい・いいえ' }),
  one(
    'checkbox',
    'choice',
    'checked',
    { type: 'boolean', title: '当てはまるときに印を付ける' },
    { 'ui:widget': 'checkbox' },
  ),
  {
    key: 'consent',
    group: 'choice',
    fields: [
      { name: 'consent', schema: { type: 'boolean', const: true, title: '同意します' }, required: true },
    ],
  },
  one('attachment', 'other', 'file', {
    type: 'array',
    title: '添付する書類',
    'x-attachment': {
      accept: ['application/pdf', 'image/jpeg', 'image/png'],
      maxBytes: 10485760,
      maxCount: 1,
    },
  }),
  one('group', 'other', 'group', {
    type: 'object',
    title: 'まとまり',
    properties: { text: text('1行の文字', { maxLength: 100 }) },
  }),
  one('rows', 'other', 'rows', {
    type: 'array',
    title: 'くり返し',
    maxItems: 20,
    items: {
      type: 'object',
      properties: { text: text('1行の文字', { maxLength: 100 }) },
      required: ['text'],
    },
  }),
  {
    key: 'block-name',
    group: 'block',
    fields: [
      {
        name: 'name',
        schema: text('氏名', { maxLength: 100, 'x-prefill': 'profile.name', 'x-purpose': PURPOSE }),
        ui: { 'ui:autocomplete': 'name', 'ui:fills': { kana: 'name_kana' } },
        required: true,
      },
      {
        name: 'name_kana',
        schema: text('氏名フリガナ', { format: 'kana', maxLength: 100, 'x-purpose': PURPOSE }),
        required: true,
      },
    ],
  },
  {
    key: 'block-address',
    group: 'block',
    fields: [
      {
        name: 'postal',
        schema: text('郵便番号', {
          format: 'postal-jp',
          'x-prefill': 'profile.postal',
          'x-purpose': PURPOSE,
        }),
        ui: { 'ui:autocomplete': 'postal-code', 'ui:fills': { address: 'address' } },
        required: true,
      },
      {
        name: 'address',
        schema: text('住所', { maxLength: 200, 'x-prefill': 'profile.address', 'x-purpose': PURPOSE }),
        ui: { 'ui:autocomplete': 'street-address' },
        required: true,
      },
      { name: 'building', schema: text('建物名・部屋番号', { maxLength: 100, 'x-purpose': PURPOSE }) },
    ],
  },
  {
    key: 'block-corporation',
    group: 'block',
    fields: [
      { name: 'corporate_number', schema: text('法人番号', { format: 'corporate-number' }), required: true },
      {
        name: 'corporate_name',
        schema: text('法人名', { maxLength: 100, 'x-purpose': PURPOSE }),
        required: true,
      },
      {
        name: 'corporate_kana',
        schema: text('法人名フリガナ', { format: 'kana', maxLength: 100, 'x-purpose': PURPOSE }),
        required: true,
      },
      { name: 'rep_title', schema: text('代表者の役職', { maxLength: 50 }), required: true },
      {
        name: 'rep_name',
        schema: text('代表者の氏名', { maxLength: 100, 'x-purpose': PURPOSE }),
        required: true,
      },
      {
        name: 'rep_kana',
        schema: text('代表者のフリガナ', { format: 'kana', maxLength: 100, 'x-purpose': PURPOSE }),
        required: true,
      },
    ],
  },
  {
    key: 'block-bank',
    group: 'block',
    fields: [
      {
        name: 'bank_name',
        schema: text('金融機関の名前', { maxLength: 50, 'x-purpose': '振込に使います。' }),
        ui: { 'ui:widget': 'bank', 'ui:fills': { code: 'bank_code' } },
        required: true,
      },
      { name: 'bank_code', schema: text('金融機関コード', { format: 'bank-code' }), required: true },
      {
        name: 'branch_name',
        schema: text('支店の名前', { maxLength: 50, 'x-purpose': '振込に使います。' }),
        ui: {
          'ui:widget': 'bank-branch',
          'ui:options': { bank: 'bank_code' },
          'ui:fills': { code: 'branch_code' },
        },
        required: true,
      },
      { name: 'branch_code', schema: text('支店コード', { format: 'branch-code' }), required: true },
      {
        name: 'account_kind',
        schema: {
          type: 'string',
          title: '口座の種類',
          oneOf: [
            { const: 'ordinary', title: '普通' },
            { const: 'current', title: '当座' },
          ],
        },
        required: true,
      },
      {
        name: 'account_number',
        schema: text('口座番号', {
          format: 'account-number',
          'x-sensitive': true,
          'x-purpose': '振込に使います。',
          'x-retention': 5,
        }),
        required: true,
      },
      {
        name: 'account_holder',
        schema: text('口座名義（カナ）', { format: 'zengin-name', 'x-purpose': '振込に使います。' }),
        required: true,
      },
    ],
  },
  {
    key: 'block-contact',
    group: 'block',
    fields: [
      {
        name: 'contact_name',
        schema: text('担当者の氏名', { maxLength: 100, 'x-purpose': PURPOSE }),
        required: true,
      },
      {
        name: 'contact_kana',
        schema: text('担当者のフリガナ', { format: 'kana', maxLength: 100, 'x-purpose': PURPOSE }),
        required: true,
      },
      {
        name: 'contact_tel',
        schema: text('日中つながる電話番号', { format: 'tel-jp', 'x-purpose': PURPOSE }),
        required: true,
      },
      {
        name: 'contact_mail',
        schema: text('担当者のメールアドレス', { format: 'email', 'x-purpose': PURPOSE }),
        required: true,
      },
    ],
  },
  {
    key: 'block-store',
    group: 'block',
    fields: [
      {
        name: 'store_name',
        schema: text('店舗の名前', { maxLength: 100, 'x-prefill': 'site.name' }),
        required: true,
      },
      {
        name: 'store_postal',
        schema: text('店舗の郵便番号', { format: 'postal-jp', 'x-purpose': PURPOSE }),
        ui: { 'ui:fills': { address: 'store_address' } },
        required: true,
      },
      {
        name: 'store_address',
        schema: text('店舗の住所', { maxLength: 200, 'x-purpose': PURPOSE }),
        required: true,
      },
      { name: 'store_tel', schema: text('店舗の電話番号', { format: 'tel-jp', 'x-purpose': PURPOSE }) },
    ],
  },
  {
    key: 'block-pledge',
    group: 'block',
    fields: [
      {
        name: 'pledge_true',
        schema: { type: 'boolean', const: true, title: '申請の内容に偽りはありません' },
        required: true,
      },
      {
        name: 'pledge_gangs',
        schema: { type: 'boolean', const: true, title: '暴力団員等ではなく、関係もありません' },
        required: true,
      },
    ],
  },
];
