import type { CircuitPage } from './circuit.js';

const PURPOSE = { 'x-purpose': '振り込むため' };

/** The account that is paid into, as banks need it. */
export const BANK_PAGE: CircuitPage = {
  name: 'bank',
  title: '振込先',
  description: '振り込む口座をうかがいます。申請する方ご本人の名義の口座に限ります。',
  fields: [
    {
      name: 'bank_name',
      schema: { type: 'string', title: '金融機関の名前', maxLength: 60, ...PURPOSE },
      ui: { 'ui:widget': 'bank', 'ui:fills': { code: 'bank_code' } },
      required: true,
    },
    {
      name: 'bank_code',
      schema: {
        type: 'string',
        title: '金融機関コード',
        description: '4桁の数字です。通帳やキャッシュカードに書かれています。',
        format: 'bank-code',
        ...PURPOSE,
      },
      required: true,
    },
    {
      name: 'branch_name',
      schema: { type: 'string', title: '支店の名前', maxLength: 60, ...PURPOSE },
      ui: {
        'ui:widget': 'bank-branch',
        'ui:options': { bank: 'bank_code' },
        'ui:fills': { code: 'branch_code' },
      },
      required: true,
    },
    {
      name: 'branch_code',
      schema: {
        type: 'string',
        title: '支店コード',
        description: '3桁の数字です。',
        format: 'branch-code',
        ...PURPOSE,
      },
      required: true,
    },
    {
      name: 'account_type',
      schema: {
        type: 'string',
        title: '預金の種類',
        oneOf: [
          { const: '1', title: '普通' },
          { const: '2', title: '当座' },
          { const: '4', title: '貯蓄' },
        ],
        ...PURPOSE,
      },
      required: true,
    },
    {
      name: 'account_no',
      schema: {
        type: 'string',
        title: '口座番号',
        description: '7桁の数字です。7桁に足りないときは、左に0を付けてください。',
        format: 'account-number',
        'x-sensitive': true,
        'x-retention': 1,
        ...PURPOSE,
      },
      required: true,
    },
    {
      name: 'holder_kana',
      schema: {
        type: 'string',
        title: '口座の名義（カナ）',
        description: '通帳の表紙の内側に書かれたカナのとおりに入力してください。',
        format: 'zengin-name',
        ...PURPOSE,
      },
      required: true,
    },
  ],
};
