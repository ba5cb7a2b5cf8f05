import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluateAnswers, type PageValidator, type PageValidators } from '#engine';
import { buildPageValidators, type ValidatorModule } from '../../src/procedures/page-validators.js';
import { page, smallForm } from '../support/small-procedure.js';

const form = smallForm({
  pages: {
    applicant: page({
      name: { type: 'string', title: '氏名', minLength: 1, maxLength: 3 },
      kana: { type: 'string', title: 'フリガナ', format: 'kana' },
      number: { type: 'string', title: '番号', pattern: '^第?[0-9]{2,4}号$' },
      mail: { type: 'string', title: 'メール', format: 'email' },
      kind: { type: 'string', title: '区分', enum: ['a', 'b'] },
      seats: { type: 'integer', title: '客席', minimum: 1, multipleOf: 5 },
      days: { type: 'array', title: '曜日', items: { type: 'string', enum: ['月', '火'] } },
    }),
    sales: page({
      rows: {
        type: 'array',
        title: '売上',
        maxItems: 2,
        items: {
          type: 'object',
          properties: { amount: { type: 'number', title: '額', exclusiveMinimum: 0 } },
        },
      },
      proof: { type: 'array', title: '写し', 'x-attachment': { accept: ['image/png'], maxCount: 2 } },
    }),
  },
});
const { functions, modules } = buildPageValidators(form);
const inBrowser: PageValidators = Object.fromEntries(modules.map((module) => [module.page, load(module)]));

/** Runs the module's own code, with the helpers of /assets/ajv-runtime.js that it may ask for. */
function load({ code }: ValidatorModule): PageValidator {
  const require = createRequire(import.meta.url);
  const runtime = Object.fromEntries(
    ['ajv/dist/runtime/ucs2length', 'ajv/dist/runtime/equal'].map((name) => [
      name,
      require(`${name}.js`) as unknown,
    ]),
  );
  const [head, ...body] = code.split('\n');
  expect(head).toBe('import runtime from "/assets/ajv-runtime.js";');
  const script = body.join('\n').replace('export default module.exports;', 'return module.exports;');
  return new Function('runtime', script)(runtime) as PageValidator;
}

const verdict = (validators: PageValidators, answers: Record<string, unknown>) =>
  evaluateAnswers(form, answers, { today: '2021-11-05' }, validators).problems;

describe('a page validator', () => {
  it('is a module under the hash of its text, the same every time', () => {
    expect(modules.map(({ page: name }) => name)).toEqual(['applicant', 'sales']);
    expect(modules.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(buildPageValidators(form).modules).toEqual(modules);
  });

  it('needs no eval in a browser', () => {
    for (const { code } of modules) expect(code).not.toMatch(/\beval\b|new Function|import\(/);
  });

  it('keeps hostile words of an author as words', () => {
    const hostile = smallForm({
      pages: {
        p: page({
          a: {
            type: 'string',
            title: '"]});process.exit()//',
            enum: ['"];globalThis.PWN=1;//', '`${1}`', '</script>'],
          },
          b: { type: 'string', title: '文', pattern: '^[/"`]{1,3}$' },
        }),
      },
    });
    const built = buildPageValidators(hostile);
    const [module] = built.modules;
    const validate = module && load(module);
    expect(validate?.({ a: '"];globalThis.PWN=1;//', b: '/"`' })).toBe(true);
    expect(globalThis).not.toHaveProperty('PWN');
  });

  it('looks at no inherited member', () => {
    expect(functions['applicant']?.(Object.create({ seats: 'x' }))).toBe(true);
  });

  // In time that grows with the square of its length, it would not come to an end here.
  it('judges a text of a million letters', () => {
    expect(
      verdict(functions, { applicant: { number: '9'.repeat(1_000_000), name: '字'.repeat(1_000_000) } }),
    ).toMatchObject([
      { path: '/applicant/name', code: 'too-long' },
      { path: '/applicant/number', code: 'too-long' },
    ]);
  });
});

describe('server and browser', () => {
  it('say the same of any answers', () => {
    const text = fc.oneof(
      fc.constantFrom('', '第12号', '99号', 'カナ', 'かな', 'a@example.jp', '𠮷野家', 'か\u3099', 'a', '月'),
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.jsonValue({ maxDepth: 1 }),
    );
    const whole = fc.oneof(fc.integer({ min: -5, max: 20 }), fc.double(), text);
    const answers = fc.record(
      {
        applicant: fc.record(
          {
            name: text,
            kana: text,
            number: text,
            mail: text,
            kind: text,
            seats: whole,
            days: fc.oneof(fc.array(text, { maxLength: 3 }), text),
          },
          { requiredKeys: [] },
        ),
        sales: fc.record({
          rows: fc.array(fc.record({ amount: whole }), { maxLength: 3 }),
          proof: fc.array(fc.oneof(fc.uuid(), text)),
        }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, (given) => {
        expect(verdict(inBrowser, given)).toEqual(verdict(functions, given));
      }),
      { numRuns: 500 },
    );
  });
});
