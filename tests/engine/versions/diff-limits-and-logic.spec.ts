import { describe, expect, it } from '@jest/globals';
import { differences } from './differences.js';
import type { Edits } from './small-version.js';

const store = 'form.schema.json#/properties/store';
const sales = 'form.schema.json#/properties/sales';

describe('limits', () => {
  it.each<readonly [string, Edits, readonly string[]]>([
    [
      'bounds move either way',
      {
        [`${store}/properties/seats/maximum`]: 500,
        [`${store}/properties/seats/minimum`]: 0,
        [`${store}/properties/name/maxLength`]: 100,
      },
      [
        'stricter 「客席の数」の最大の値が厳しくなりました（1,000から500に）。',
        'looser 「店名」の最大の文字数が緩やかになりました（80から100に）。',
        'looser 「客席の数」の最小の値が緩やかになりました（1から0に）。',
      ],
    ],
    [
      'a repeat takes fewer rows',
      { [`${sales}/properties/rows/maxItems`]: 2 },
      ['stricter 「月別の売上」の最大の件数が厳しくなりました（3から2に）。'],
    ],
    [
      'a pattern is asked for',
      { [`${store}/properties/fax/pattern`]: '^[0-9-]+$' },
      ['stricter 「ファックス番号」に書ける文字の形がなしから「^[0-9-]+$」に変わりました。'],
    ],
    [
      'a format is given up',
      { [`${store}/properties/tel/format`]: undefined, [`${store}/properties/tel/maxLength`]: 11 },
      ['looser 「電話番号」の書き方（形式）が「tel-jp」からなしに変わりました。'],
    ],
    [
      'choices come, go and are called otherwise',
      {
        [`${store}/properties/kind/oneOf`]: [
          { const: 'bar', title: 'バー・スナック' },
          { const: 'tea', title: '喫茶店' },
        ],
      },
      [
        'stricter 「業種」の選択肢から「カフェ」がなくなりました。',
        'looser 「業種」の選択肢に「喫茶店」が加わりました。',
        'words 「業種」の選択肢「バー」が「バー・スナック」という言い方になりました。',
      ],
    ],
    [
      'choices come in another order',
      { [`${sales}/properties/band/enum`]: ['B', 'A'] },
      ['none 「区分」の選択肢の順番が変わりました。'],
    ],
    [
      'files are accepted otherwise',
      {
        [`${sales}/properties/proof/x-attachment`]: {
          accept: ['image/jpeg', 'image/png'],
          maxCount: 3,
          maxBytes: 1000000,
          example: 'a.png',
        },
      },
      [
        'stricter 「売上の書類」に application/pdf のファイルは付けられなくなりました。',
        'stricter 「売上の書類」の1ファイルの大きさの上限（バイト）が厳しくなりました（10,485,760から1,000,000に）。',
        'looser 「売上の書類」に image/png のファイルも付けられるようになりました。',
        'looser 「売上の書類」のファイルの数の上限が緩やかになりました（2から3に）。',
        'words 「売上の書類」の見本の画像が変わりました。',
      ],
    ],
  ])('%s', (_, edits, sentences) => {
    expect(differences(edits)).toEqual(sentences);
  });
});

describe('logic', () => {
  it.each<readonly [string, Edits, readonly string[]]>([
    [
      'a question is asked of some only',
      { [`${store}/properties/tel/x-askWhen`]: 'store.kind = "bar"' },
      [
        'loses-answer 「電話番号」は、条件に合う人にだけ尋ねるようになりました：「store.kind = "bar"」（使う項目：業種）',
      ],
    ],
    [
      'a question is asked of everyone',
      { [`${store}/properties/chain_name/x-askWhen`]: undefined },
      [
        'looser 「チェーンの名前」は、全員に尋ねるようになりました（これまでの条件：「store.chain = true」）。',
      ],
    ],
    [
      'a question is asked under another condition',
      { [`${store}/properties/chain_name/x-askWhen`]: 'store.chain = true and store.seats > 10' },
      [
        'loses-answer 「チェーンの名前」を尋ねる条件が「store.chain = true」から「store.chain = true and store.seats > 10」に変わりました（使う項目：チェーン店ですか、客席の数）。',
      ],
    ],
    [
      'a value is computed otherwise',
      { [`${sales}/properties/amount/x-compute`]: 'floor(sum(sales.rows.yen) * 0.2)' },
      [
        'changes-result 「支給額」の計算の式が「floor(sum(sales.rows.yen) * 0.1) + lookup(tables.bands, "band", "A").floor」から「floor(sum(sales.rows.yen) * 0.2)」に変わりました（使う項目：売上高）。',
      ],
    ],
    [
      'an answer is computed from now on',
      { [`${sales}/properties/memo/x-compute`]: 'store.name' },
      [
        'loses-answer 「備考」は、入力してもらうのをやめ、計算で決めるようになりました：「store.name」（使う項目：店名）',
      ],
    ],
    [
      'a computed value is asked from now on',
      { [`${sales}/properties/amount/x-compute`]: undefined },
      ['asks-more 「支給額」は、計算で決めるのをやめ、入力してもらうようになりました。'],
    ],
    [
      'a check only warns',
      { [`${sales}/x-check/0/level`]: 'warning' },
      [
        'looser 「月別の売上」の点検が、申請はできる注意になりました：「売上の合計は1,000円以上が対象です。」',
      ],
    ],
    [
      'a check is stricter and says so',
      {
        [`${sales}/x-check/0/expression`]: 'sum(sales.rows.yen) >= 2000',
        [`${sales}/x-check/0/message`]: '売上の合計は2,000円以上が対象です。',
      },
      [
        'stricter 「月別の売上」の点検の条件が「sum(sales.rows.yen) >= 1000」から「sum(sales.rows.yen) >= 2000」に変わりました（使う項目：売上高）。',
        'words 「月別の売上」の点検の文が「売上の合計は1,000円以上が対象です。」から「売上の合計は2,000円以上が対象です。」に変わりました。',
      ],
    ],
    [
      'a check is given up',
      { [`${sales}/x-check`]: undefined },
      ['looser 「月別の売上」の点検がなくなりました：「売上の合計は1,000円以上が対象です。」'],
    ],
    [
      'a check and a warning are added',
      {
        [`${store}/x-check`]: [
          {
            id: 'n',
            expression: 'store.seats != 13',
            message: '13席は選べません。',
            level: 'error',
            target: 'store.seats',
          },
          {
            id: 'w',
            expression: 'store.seats < 900',
            message: '席が多すぎませんか。',
            level: 'warning',
            target: 'store.seats',
          },
        ],
      },
      [
        'stricter 「客席の数」に点検が加わりました。通らないと申請できません：「13席は選べません。」',
        'none 「客席の数」に注意が加わりました（申請はできます）：「席が多すぎませんか。」',
      ],
    ],
    [
      'a check stands elsewhere and names a criterion',
      { [`${sales}/x-check/0/target`]: 'sales.memo', [`${sales}/x-check/0/criterion`]: 'open' },
      [
        'none 点検の文が「備考」の横に出るようになりました：「売上の合計は1,000円以上が対象です。」',
        'none 「備考」の点検が示す審査基準がなしから「open」に変わりました。',
      ],
    ],
  ])('%s', (_, edits, sentences) => {
    expect(differences(edits)).toEqual(sentences);
  });
});
