import { describe, expect, it } from '@jest/globals';
import { describeChange, diffProcedures } from '#engine';
import { differences } from './differences.js';
import { type Edits, version } from './small-version.js';

const store = 'form.schema.json#/properties/store';
const sales = 'form.schema.json#/properties/sales';
const fax = { type: 'string', title: 'ファックス番号', maxLength: 20 };
const mail = { type: 'string', title: 'メールアドレス', format: 'email' };

describe('questions', () => {
  it.each<readonly [string, Edits, readonly string[]]>([
    ['no change', {}, []],
    [
      'an answer becomes required',
      { [`${store}/required`]: ['name', 'kind', 'tel'] },
      ['asks-more 「電話番号」の入力が必須になりました。'],
    ],
    [
      'an answer becomes optional',
      { [`${store}/required`]: ['name'] },
      ['looser 「業種」は答えなくてもよくなりました。'],
    ],
    [
      'a question is taken away',
      { [`${store}/properties/fax`]: undefined },
      ['loses-answer 質問「ファックス番号」がなくなりました。これまでの回答は行き場がなくなります。'],
    ],
    [
      'an optional question is added',
      { [`${store}/properties/mail`]: mail },
      ['looser 「お店」に質問「メールアドレス」が加わりました（答えなくてもかまいません）。'],
    ],
    [
      'a required question is added',
      { [`${store}/properties/mail`]: mail, [`${store}/required`]: ['name', 'kind', 'mail'] },
      ['asks-more 「お店」に、必ず答える質問「メールアドレス」が加わりました。'],
    ],
    [
      'a group is added, and its one required question with it',
      {
        [`${store}/properties/agent`]: {
          type: 'object',
          title: '代理の方',
          required: ['name'],
          properties: {
            name: { type: 'string', title: '代理の方の名前' },
            tel: { type: 'string', title: '代理の方の電話番号', format: 'tel-jp' },
          },
        },
        [`${store}/required`]: ['name', 'kind', 'agent'],
      },
      ['asks-more 「お店」に「代理の方」（質問2つ）が加わりました。'],
    ],
    [
      'a computed value is added',
      {
        [`${sales}/properties/double`]: {
          type: 'integer',
          title: '支給額の2倍',
          'x-compute': 'sales.amount * 2',
        },
      },
      ['none 「売上」に、計算で決まる「支給額の2倍」が加わりました。'],
    ],
    [
      'a computed value is taken away',
      {
        [`${sales}/properties/amount`]: undefined,
        [`${sales}/required`]: ['rows'],
        'notices/grant.md': '---\ntitle: 支給決定通知書\nlayout: letter\n---\n宛先：{{ store.name }} 様\n',
      },
      [
        'changes-result 計算で決まる「支給額」がなくなりました。',
        'changes-result 通知書 grant の文面が変わりました（消えた行2、加わった行0）。',
      ],
    ],
    [
      'a question is renamed, and what reads it with it',
      {
        [`${store}/properties/chain`]: undefined,
        [`${store}/properties/is_chain`]: { type: 'boolean', title: 'チェーン店ですか' },
        [`${store}/properties/chain_name/x-askWhen`]: 'store.is_chain = true',
      },
      [
        'none 「お店」の中の質問の順番が変わりました。',
        'none 「チェーン店ですか」の項目名が store.chain から store.is_chain に変わりました（回答は引き継げます）。',
      ],
    ],
    [
      'a question of a row is renamed, and what reads it with it',
      {
        [`${sales}/properties/rows/items/properties/yen`]: undefined,
        [`${sales}/properties/rows/items/properties/amount`]: {
          type: 'integer',
          title: '売上高',
          minimum: 0,
          maximum: 100000000,
        },
        [`${sales}/properties/rows/items/required`]: ['month', 'amount'],
        [`${sales}/properties/amount/x-compute`]:
          'floor(sum(sales.rows.amount) * 0.1) + lookup(tables.bands, "band", "A").floor',
        [`${sales}/x-check/0/expression`]: 'sum(sales.rows.amount) >= 1000',
      },
      [
        'none 「売上高」の項目名が sales.rows[].yen から sales.rows[].amount に変わりました（回答は引き継げます）。',
      ],
    ],
    [
      'a question moves to another page',
      { [`${store}/properties/fax`]: undefined, [`${sales}/properties/fax`]: fax },
      ['none 「ファックス番号」が「お店」から「売上」へ移りました（回答は引き継げます）。'],
    ],
    [
      'a question moves and takes more',
      { [`${store}/properties/fax`]: undefined, [`${sales}/properties/fax`]: { ...fax, maxLength: 40 } },
      [
        'looser 「ファックス番号」の最大の文字数が緩やかになりました（20から40に）。',
        'none 「ファックス番号」が「お店」から「売上」へ移りました（回答は引き継げます）。',
      ],
    ],
    [
      'questions come in another order',
      { 'form.ui.json#/store/ui:order': ['kind', 'name', '*'] },
      ['none 「お店」の中の質問の順番が変わりました。'],
    ],
    [
      'a title is worded otherwise',
      { [`${store}/properties/tel/title`]: 'お店の電話番号' },
      ['words 質問の題が「電話番号」から「お店の電話番号」に変わりました。'],
    ],
    [
      'an explanation is added',
      { [`${store}/properties/tel/description`]: '日中に出られる番号です。' },
      ['words 「電話番号」の説明がなしから「日中に出られる番号です。」に変わりました。'],
    ],
    [
      'a number counts something named',
      { [`${store}/properties/seats/x-unit`]: '席' },
      ['words 「客席の数」の単位がなしから「席」に変わりました。'],
    ],
    [
      'a number becomes a text',
      { [`${store}/properties/seats`]: { type: 'string', title: '客席の数', maxLength: 10 } },
      ['stricter 「客席の数」の答え方が整数から文字に変わりました。'],
    ],
    [
      'a consent is asked',
      { [`${store}/properties/chain/const`]: true },
      ['asks-more 「チェーン店ですか」は、同意しないと申請できない項目になりました。'],
    ],
    [
      'purpose, retention and masking are said',
      {
        [`${store}/properties/tel/x-sensitive`]: true,
        [`${store}/properties/tel/x-purpose`]: '連絡のため',
        [`${store}/properties/tel/x-retention`]: 3,
      },
      [
        'words 「電話番号」の利用目的がなしから「連絡のため」に変わりました。',
        'none 「電話番号」の伏せ字にするかがいいえからはいに変わりました。',
        'none 「電話番号」の保存年数がなしから3に変わりました。',
      ],
    ],
  ])('%s', (_, edits, sentences) => {
    expect(differences(edits)).toEqual(sentences);
  });
});

describe('questions about other applications', () => {
  const grants = { procedure: 'grant', status: ['open', 'approved'], elsewhere: true };
  const ref = { type: 'string', title: '前の申請の番号', 'x-application': grants };
  const name = {
    type: 'string',
    title: '前の申請の店名',
    readOnly: true,
    'x-from-application': { question: 'store.ref', fact: 'answers.store.name' },
  };
  const added = () =>
    structuredClone({ [`${store}/properties/ref`]: ref, [`${store}/properties/ref_name`]: name });
  const changes = (edits: Edits) =>
    diffProcedures(version(added()), version({ ...added(), ...edits })).map(
      (change) => `${change.impact} ${describeChange(change, 'ja')}`,
    );

  it.each<readonly [string, Edits, readonly string[]]>([
    ['are the same as before', {}, []],
    [
      'have another name',
      {
        [`${store}/properties/ref`]: undefined,
        [`${store}/properties/former`]: ref,
        [`${store}/properties/ref_name/x-from-application/question`]: 'store.former',
      },
      [
        'none 「お店」の中の質問の順番が変わりました。',
        'none 「前の申請の番号」の項目名が store.ref から store.former に変わりました（回答は引き継げます）。',
      ],
    ],
    [
      'take fewer',
      { [`${store}/properties/ref/x-application/status`]: ['approved'] },
      ['stricter 「前の申請の番号」の選べる申請が変わりました。'],
    ],
    [
      'take no typed number any more',
      { [`${store}/properties/ref/x-application/elsewhere`]: false },
      ['stricter 「前の申請の番号」の選べる申請が変わりました。'],
    ],
    [
      'take more',
      { [`${store}/properties/ref/x-application/status`]: ['open', 'approved', 'withdrawn'] },
      ['looser 「前の申請の番号」の選べる申請が変わりました。'],
    ],
    [
      'take over something else',
      { [`${store}/properties/ref_name/x-from-application/fact`]: 'subject' },
      [
        'changes-result 「前の申請の店名」のほかの申請から写す値が「answers.store.name」から「subject」に変わりました。',
      ],
    ],
  ])('%s', (_, edits, sentences) => {
    expect(changes(edits)).toEqual(sentences);
  });
});

describe('pages', () => {
  it.each<readonly [string, Edits, readonly string[]]>([
    [
      'a page is added',
      {
        'form.schema.json#/properties/bank': {
          type: 'object',
          title: '振込先',
          required: ['no'],
          properties: {
            no: { type: 'string', title: '口座番号', format: 'account-number' },
            memo: { type: 'string', title: 'メモ' },
          },
        },
      },
      ['asks-more ページ「振込先」が加わりました（質問2つ）。'],
    ],
    [
      'a page is worded otherwise',
      {
        [`${store}/title`]: '店舗',
        [`${store}/description`]: 'お店のことを教えてください。',
        'form.ui.json#/store/tel': { 'ui:help': 'ハイフンなし' },
      },
      [
        'words ページの題が「お店」から「店舗」に変わりました。',
        'words ページ「店舗」の説明が変わりました。',
        'words ページ「店舗」の見せ方（form.ui.json）が変わりました。',
      ],
    ],
  ])('%s', (_, edits, sentences) => {
    expect(differences(edits)).toEqual(sentences);
  });
});
