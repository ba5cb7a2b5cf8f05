import { describe, expect, it } from '@jest/globals';
import { nearestQuery, search, searchIndex, searchKey } from '#engine';

describe('two ways to write the same word have one key', () => {
  it.each([
    ['ゴールドステッカー', 'ごーるどすてっかー'],
    ['ゴールドステッカー', 'ｺﾞｰﾙﾄﾞｽﾃｯｶｰ'],
    ['サーバー', 'サーバ'],
    ['ＰＣＲ検査', 'pcr検査'],
    ['e-Tax', 'eTax'],
    ['申込', '申し込み'],
    ['申込', '申込み'],
    ['取消', '取り消し'],
    ['受付', '受け付け'],
    ['届出', '届け出'],
    ['問合せ', '問い合わせ'],
    ['見積', '見積もり'],
    ['引越', '引っ越し'],
    ['手続', '手続き'],
    ['髙槻', '高槻'],
    ['﨑', '崎'],
    ['渡邊', '渡辺'],
    ['渡邉', '渡辺'],
    ['濵田', '浜田'],
    ['廣島縣', '広島県'],
    ['1か月', '１ヶ月'],
    ['ヴァイオリン', 'バイオリン'],
    ['いきづまり', 'いきずまり'],
    ['営業時間 短縮', '営業時間・短縮'],
  ])('%s and %s', (one, other) => {
    expect(searchKey(one)).toBe(searchKey(other));
  });
});

describe('words that differ keep different keys', () => {
  it.each([
    ['ビル', 'ビール'],
    ['許可', '許諾'],
    ['店に行く', '店へ行く'],
    ['病院', '美容院'],
  ])('%s and %s', (one, other) => {
    expect(searchKey(one)).not.toBe(searchKey(other));
  });
});

interface Listed {
  readonly title: string;
  readonly kana?: string;
  readonly words?: readonly string[];
  readonly category?: string;
  readonly summary?: string;
}

const LIST: readonly Listed[] = [
  {
    title: '第9期 営業時間短縮等協力金',
    kana: 'ダイ9キ エイギョウジカンタンシュクトウキョウリョクキン',
    words: ['時短', '飲食店', 'コロナ'],
    category: 'しごと・産業',
    summary: 'ステッカーを掲示する店に支給します。',
  },
  {
    title: 'ゴールドステッカー 交付申請',
    kana: 'ゴールドステッカー コウフシンセイ',
    words: ['飲食店', '認証'],
    category: '防災・感染症',
  },
  { title: '公園の行為許可', kana: 'コウエンノコウイキョカ', category: '公園・施設' },
];

const index = searchIndex(LIST, ({ title, kana = '', words = [], category = '', summary = '' }) => ({
  title: [title, kana],
  words,
  about: [category],
  text: [summary],
}));
const found = (query: string) => search(index, query).map(({ title }) => title);

describe('search', () => {
  it('finds a title by its reading, in hiragana or katakana', () => {
    expect(found('きょうりょくきん')).toEqual(['第9期 営業時間短縮等協力金']);
    expect(found('コウエン')).toEqual(['公園の行為許可']);
  });

  it('puts a match in the title before one in the summary', () => {
    expect(found('すてっかー')).toEqual(['ゴールドステッカー 交付申請', '第9期 営業時間短縮等協力金']);
  });

  it('wants every word, wherever each stands', () => {
    expect(found('飲食店')).toHaveLength(2);
    expect(found('飲食店　時短')).toEqual(['第9期 営業時間短縮等協力金']);
    expect(found('飲食店 公園')).toEqual([]);
  });

  it('finds all without a word, in the order of the list', () => {
    expect(found(' 、 ')).toEqual(LIST.map(({ title }) => title));
  });

  it('offers the nearest word for a slip, and none where nothing is near', () => {
    expect(found('ゴールドステツカ')).toEqual([]);
    expect(nearestQuery(index, 'ゴールドステツカ')).toBe('ゴールドステッカー');
    expect(nearestQuery(index, '飲食店 コロマ')).toBe('飲食店 コロナ');
    expect(nearestQuery(index, '宇宙飛行士')).toBe(null);
  });

  it('looks through hundreds of procedures by their keys, which are small beside the texts', () => {
    const many = Array.from({ length: 500 }, (_, number): Listed => ({
      title: `第${number}号 補助金`,
      kana: `ダイ${number}ゴウ ホジョキン`,
      summary: '省エネルギーの設備を入れる事業者に、費用の一部を補助します。'.repeat(3),
    }));
    const large = searchIndex(many, ({ title, kana = '', summary = '' }) => ({
      title: [title, kana],
      words: [],
      about: [],
      text: [summary],
    }));
    expect(search(large, 'ほじょきん 499').map(({ title }) => title)).toEqual(['第499号 補助金']);
    expect(search(large, '設備 補助')).toHaveLength(500);
    expect(JSON.stringify(large.entries.map(({ item: _, ...keys }) => keys)).length).toBeLessThan(
      JSON.stringify(many).length * 1.2,
    );
  });
});
