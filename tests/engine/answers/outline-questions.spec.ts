import { describe, expect, it } from '@jest/globals';
import { compileForm, outlineQuestions } from '#engine';

const kind = {
  title: '事業の形',
  type: 'string',
  oneOf: [
    { const: 'corporation', title: '法人' },
    { const: 'sole', title: '個人事業主' },
    { const: 'other', title: 'その他' },
  ],
};

function formOf(properties: object, pages: object = {}, ui: object = {}) {
  const compiled = compileForm({
    'procedure.json': JSON.stringify({ id: 'cafe' }),
    'form.schema.json': JSON.stringify({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        shop: {
          title: 'お店',
          type: 'object',
          properties: {
            kind,
            name: { title: '名前', type: 'string' },
            holder: { title: '許可の名義', type: 'string' },
            seats: { title: '席の数', type: 'integer', 'x-unit': '席' },
            opened: { title: '開いた日', type: 'string', format: 'date' },
            karaoke: { title: 'カラオケがありますか', type: 'boolean' },
            way: {
              title: '方法',
              type: 'string',
              'x-options': { table: 'ways', value: 'id', label: 'name' },
            },
            ...properties,
          },
        },
        ...pages,
      },
    }),
    'form.ui.json': JSON.stringify(ui),
    'tables/ways.csv': 'id,name,photo:boolean\na,掲示,true\nb,声かけ,false\nc,両方,true\n',
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.form;
}

const asked = (condition: string) =>
  formOf({ note: { title: '備考', type: 'string', 'x-askWhen': condition } });

function said(condition: string, language: 'ja' | 'en' = 'ja') {
  const [page] = outlineQuestions(asked(condition), language);
  const note = page?.questions.find(({ path }) => path === 'shop.note');
  return note ? note.when : 'never asked';
}

describe('a condition is told in words before anybody has answered', () => {
  it.each([
    ['shop.kind = "sole"', '「事業の形」が「個人事業主」のとき'],
    ['shop.kind in ("corporation", "other")', '「事業の形」が「個人事業主」以外のとき'],
    ['shop.kind = "corporation" or shop.kind = "other"', '「事業の形」が「個人事業主」以外のとき'],
    ['shop.kind != null', '「事業の形」に答えたとき'],
    ['shop.karaoke = true', '「カラオケがありますか」が「はい」のとき'],
    ['not(shop.karaoke = true)', '「カラオケがありますか」が「いいえ」のとき'],
    ['shop.seats >= 50', '「席の数」が50席以上のとき'],
    ['shop.seats > 10 and shop.seats <= 20', '「席の数」が10席を超える、20席以下のとき'],
    ['shop.opened >= date("2021-10-01")', '「開いた日」が令和3年10月1日以上のとき'],
    [
      'shop.karaoke = true and shop.kind = "sole"',
      '「カラオケがありますか」が「はい」、かつ、「事業の形」が「個人事業主」のとき',
    ],
    [
      'shop.karaoke = true and (shop.kind = "sole" or shop.seats >= 50)',
      '「カラオケがありますか」が「はい」、かつ、（「事業の形」が「個人事業主」、または、「席の数」が50席以上）のとき',
    ],
    ['lookup(tables.ways, "id", shop.way).photo = true', '「方法」が「声かけ」以外のとき'],
    ['not(same name(shop.holder, shop.name))', '「許可の名義」と「名前」が違うとき'],
    ['string length(shop.name) > shop.seats', '「名前」「席の数」の答えによって必要なとき'],
    ['tables.ways[1].photo = true', null],
    ['tables.ways[2].photo = true', 'never asked'],
  ])('%s', (condition, sentence) => {
    expect(said(condition)).toBe(sentence);
  });

  it('speaks English', () => {
    expect(said('shop.karaoke = true and shop.seats >= 50', 'en')).toBe(
      'when “カラオケがありますか” is “Yes” and “席の数” is at least 50 seats',
    );
  });
});

describe('the outline of a form', () => {
  it('names each page and question with its help, choices, example and condition', () => {
    const form = formOf(
      {
        hidden: { title: '途中の額', type: 'integer', 'x-compute': 'shop.seats * 2' },
        total: { title: '合計', type: 'integer', 'x-compute': 'shop.seats * 3' },
        days: {
          title: '営業した日',
          type: 'array',
          maxItems: 5,
          items: {
            type: 'object',
            properties: {
              closed: { title: '休んだ日', type: 'boolean' },
              why: { title: '理由', type: 'string', 'x-askWhen': 'row.closed = true', examples: ['改装'] },
            },
          },
        },
      },
      {
        extra: {
          title: 'カラオケ',
          type: 'object',
          'x-askWhen': 'shop.karaoke = true',
          properties: { a: kind },
        },
      },
      {
        shop: {
          hidden: { 'ui:widget': 'hidden' },
          seats: { 'ui:help': '予備の席は数えません' },
          days: { items: { why: { 'ui:help': '短く' } } },
        },
      },
    );
    const [shop, extra] = outlineQuestions(form, 'ja');
    const found = (path: string) => shop?.questions.find((question) => question.path === path);
    expect(found('shop.kind')).toMatchObject({
      options: ['法人', '個人事業主', 'その他'],
      required: false,
      when: null,
    });
    expect(found('shop.seats')).toMatchObject({ help: '予備の席は数えません', unit: '席' });
    expect(found('shop.hidden')).toBeUndefined();
    expect(found('shop.total')).toMatchObject({ computed: true });
    expect(found('shop.days')?.questions[1]).toMatchObject({
      title: '理由',
      help: '短く',
      example: '改装',
      when: '「休んだ日」が「はい」のとき',
    });
    expect(extra).toMatchObject({ title: 'カラオケ', when: '「カラオケがありますか」が「はい」のとき' });
  });
});
