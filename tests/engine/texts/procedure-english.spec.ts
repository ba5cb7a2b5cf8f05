import { describe, expect, it } from '@jest/globals';
import { compileProcedure, englishOf, procedureTexts, translateForm } from '#engine';
import { readFolder } from '../../../src/procedures/read-folder.js';
import { evaluate, page, smallForm } from '../../support/small-procedure.js';

const form = smallForm({
  pages: {
    store: page(
      {
        city: {
          type: 'string',
          title: '市町村',
          description: '府内のお店が対象です。',
          oneOf: [
            { const: 'osaka', title: '大阪市' },
            { const: 'sakai', title: '堺市' },
          ],
        },
        seats: {
          type: 'integer',
          title: '席',
          'x-check': [
            { id: 'seats', expression: 'store.seats > 0', message: '席がありません。', level: 'error' },
          ],
        },
        rows: {
          type: 'array',
          title: '売上',
          maxItems: 2,
          items: { type: 'object', properties: { amount: { type: 'integer', title: '金額' } } },
        },
      },
      { title: 'お店' },
    ),
  },
});

const english: Readonly<Record<string, string>> = {
  お店: 'Shop',
  市町村: 'Municipality',
  大阪市: 'Osaka City',
  '席がありません。': 'There are no seats.',
  金額: 'Amount',
};
const translated = translateForm(form, (text) => english[text] ?? text);

describe('a form in English', () => {
  it('has its titles, options and rows in English, and Japanese where there is no English', () => {
    expect(translated.pages[0]?.title).toBe('Shop');
    const city = translated.fields.get('store.city');
    expect([city?.title, city?.description]).toEqual(['Municipality', '府内のお店が対象です。']);
    expect(city?.options).toEqual([
      { value: 'osaka', title: 'Osaka City' },
      { value: 'sakai', title: '堺市' },
    ]);
    expect(translated.fields.get('store.rows[].amount')?.title).toBe('Amount');
  });

  it('keeps what its pages hold and what its list of fields holds one thing', () => {
    expect(translated.fields.get('store.city')).toBe(translated.pages[0]?.fields[0]);
  });

  it('gives the same verdict, in English', () => {
    const answers = { store: { city: 'osaka', seats: 0, rows: [{ amount: 1 }] } };
    expect(evaluate(translated, answers).problems).toMatchObject([
      { path: '/store/seats', code: 'check', message: 'There are no seats.' },
    ]);
    expect(evaluate(translated, answers).answers).toEqual(evaluate(form, answers).answers);
  });
});

describe.each(['jitan-9', 'gold-sticker', 'enquete', 'shomei'])('%s', (name) => {
  it('has English for every text that applicants read, and none to spare', async () => {
    const files = await readFolder(`procedures/${name}`);
    const compiled = compileProcedure(files);
    if (!compiled.ok) throw new Error('does not compile');
    expect(compiled.warnings.filter(({ code }) => code.startsWith('english-'))).toEqual([]);
    const inEnglish = procedureTexts(compiled.procedure).map(englishOf(files));
    const unquoted = inEnglish.map((text) => text.replace(/“[^”]*”/g, ''));
    expect(unquoted.filter((text) => /[\p{Script=Han}\p{Script=Hiragana}]/u.test(text))).toEqual([]);
  });
});

describe('a folder whose English', () => {
  const warningsWith = async (change: (english: Record<string, string>) => unknown) => {
    const files = await readFolder('procedures/jitan-9');
    const texts = JSON.parse(files['texts/en.json'] ?? '') as Record<string, string>;
    const changed = { ...files, 'texts/en.json': JSON.stringify(change(texts)) };
    const compiled = compileProcedure(changed);
    const found = compiled.ok ? compiled.warnings : compiled.problems;
    return found.filter(({ path }) => path.startsWith('texts/'));
  };

  it('lacks a sentence is told which', async () => {
    expect(await warningsWith(({ お店: _left, ...rest }) => rest)).toMatchObject([
      {
        path: 'texts/en.json#',
        code: 'english-missing',
        level: 'warning',
        params: { count: 1, texts: '「お店」' },
      },
    ]);
  });

  it('still has a sentence that was changed is told so', async () => {
    expect(await warningsWith((texts) => ({ ...texts, 昔の文: 'An old sentence' }))).toMatchObject([
      { path: 'texts/en.json#/昔の文', code: 'english-unused', level: 'warning', params: { text: '昔の文' } },
    ]);
  });

  it('is no text is refused', async () => {
    expect(await warningsWith((texts) => ({ ...texts, お店: 3 }))).toMatchObject([
      { path: 'texts/en.json#/お店', code: 'wrong-shape', level: 'error' },
    ]);
    expect(await warningsWith(() => [])).toMatchObject([{ path: 'texts/en.json#', code: 'wrong-shape' }]);
  });
});
