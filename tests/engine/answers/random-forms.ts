import fc from 'fast-check';
import type { SmallForm } from '../../support/small-procedure.js';

/** A question that may be read by the conditions of those that come after it. */
interface Question {
  readonly path: string;
  readonly type: 'boolean' | 'choice' | 'integer' | 'date';
}

const OPTIONS = ['a', 'b', 'c'] as const;

const SCHEMAS: Readonly<Record<Question['type'], object>> = {
  boolean: { type: 'boolean', title: 'はい・いいえ' },
  choice: { type: 'string', title: '選択', enum: OPTIONS },
  integer: { type: 'integer', title: '数', minimum: -1_000, maximum: 1_000 },
  date: { type: 'string', title: '日', format: 'date' },
};

/** A condition over one question, or over two joined. */
function conditionOver(questions: readonly Question[]): fc.Arbitrary<string> {
  const one = fc.constantFrom(...questions).chain(({ path, type }) => {
    const about: Readonly<Record<Question['type'], fc.Arbitrary<string>>> = {
      boolean: fc.constantFrom(path, `not(${path})`, `${path} = false`),
      choice: fc.constantFrom(`${path} = "a"`, `${path} in ("a", "b")`, `${path} != "c"`),
      integer: fc.integer({ min: -20, max: 20 }).map((limit) => `${path} > ${limit}`),
      date: fc.constantFrom(`${path} <= today`, `${path} = null`, `${path} + duration("P1M") > today`),
    };
    return about[type];
  });
  const joined = fc
    .tuple(one, fc.constantFrom('and', 'or'), one)
    .map(([left, sign, right]) => `(${left}) ${sign} (${right})`);
  return fc.oneof(one, joined);
}

interface Draft {
  readonly type: Question['type'];
  readonly page: number;
  readonly required: boolean;
  readonly conditional: boolean;
  readonly inRows: boolean;
}

const draft: fc.Arbitrary<Draft> = fc.record({
  type: fc.constantFrom<Question['type']>('boolean', 'choice', 'integer', 'date'),
  page: fc.nat({ max: 2 }),
  required: fc.boolean(),
  conditional: fc.boolean(),
  inRows: fc.boolean(),
});

/** Forms of up to three pages: questions, rows, conditions on what came before, sums and checks. All of them sound. */
export const randomForm: fc.Arbitrary<SmallForm> = fc
  .array(draft, { minLength: 1, maxLength: 12 })
  .chain((drafts) => {
    const questions = drafts.map(({ type, page, inRows }, index): Question => ({
      path: inRows ? `row.q${index}` : `p${page}.q${index}`,
      type,
    }));
    const conditions = drafts.map(({ conditional, inRows, page }, index) => {
      const before = questions.filter(
        ({ path }, other) =>
          other < index && (!path.startsWith('row.') || (inRows && drafts[other]?.page === page)),
      );
      return conditional && before.length > 0 ? conditionOver(before) : fc.constant(null);
    });
    return fc.tuple(...conditions).map((found) => formOf(drafts, questions, found));
  });

function formOf(
  drafts: readonly Draft[],
  questions: readonly Question[],
  conditions: readonly (string | null)[],
): SmallForm {
  const pages = [0, 1, 2].map((page) => {
    const here = drafts.map((one, index) => ({ ...one, index })).filter((one) => one.page === page);
    const schemaOf = ({ index, type }: (typeof here)[number]) => {
      const condition = conditions[index];
      return [`q${index}`, { ...SCHEMAS[type], ...(condition && { 'x-askWhen': condition }) }] as const;
    };
    const rows = here.filter((one) => one.inRows);
    const single = here.filter((one) => !one.inRows);
    const numbers = single.filter((one) => one.type === 'integer').map((one) => `p${page}.q${one.index}`);
    return {
      type: 'object',
      title: `ページ${page}`,
      required: single.filter((one) => one.required).map((one) => `q${one.index}`),
      properties: {
        first: { type: 'string', title: '文', maxLength: 5 },
        ...Object.fromEntries(single.map(schemaOf)),
        ...(rows.length > 0 && {
          rows: {
            type: 'array',
            title: '明細',
            maxItems: 4,
            items: {
              type: 'object',
              required: rows.filter((one) => one.required).map((one) => `q${one.index}`),
              properties: Object.fromEntries(rows.map(schemaOf)),
            },
          },
        }),
        ...(numbers.length > 0 && {
          total: { type: 'integer', title: '合計', 'x-compute': numbers.join(' + ') },
        }),
      },
    };
  });
  const first = questions.find(({ path, type }) => type === 'integer' && !path.startsWith('row.'));
  return {
    pages: Object.fromEntries(pages.map((page, index) => [`p${index}`, page])),
    ...(first && {
      check: [
        {
          id: 'small',
          expression: `${first.path} < 900`,
          message: '大きすぎます。',
          level: 'error',
          target: first.path,
        },
      ],
    }),
  };
}

export const randomAnswer = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(true, false, 'a', 'b', 'c', '2021-11-05', '2030-02-28', 0, 5, 950),
  },
  { weight: 2, arbitrary: fc.constantFrom(null, '', 'z', 1.5, -2_000, '2021-02-30') },
  { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<unknown> },
);
const named = fc.dictionary(
  fc.constantFrom(...Array.from({ length: 12 }, (_, i) => `q${i}`), 'total', '__proto__'),
  randomAnswer,
);

/** Answers of any sort to any of the questions that such forms may have. */
export const randomAnswers: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.dictionary(
  fc.constantFrom('p0', 'p1', 'p2', 'constructor'),
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc.tuple(named, fc.array(named, { maxLength: 5 })).map(([own, rows]) => ({ ...own, rows })),
    },
    { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<unknown> },
  ),
);
