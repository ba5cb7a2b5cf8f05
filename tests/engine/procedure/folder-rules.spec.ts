import { describe, expect, it } from '@jest/globals';
import { compileProcedure, type ProcedureFiles } from '#engine';
import { formFiles, page, type SmallPages } from '../../support/small-procedure.js';

const info = {
  id: 'small-permit',
  title: '小さな許可',
  summary: '試しの手続です。',
  kind: 'application',
  audience: ['individual'],
  category: 'しごと・産業',
  department: '試験課',
  contact: { name: '試験課', phone: '06-0000-0000', mail: 'a@example.jp', hours: '平日9時から18時' },
  legalNature: 'disposition',
  legalBasis: [{ title: '試験条例', article: '第5条' }],
  acceptanceWindow: { opensAt: '2021-11-01T00:00:00+09:00', closesAt: '2021-12-13T23:59:59+09:00' },
  standardProcessingDays: 20,
  numbering: { prefix: '0009', documentSymbol: '試' },
  retentionYears: 5,
  signIn: 'account',
  subject: 'applicant.name',
};
const status = (tone: string) => ({ label: '状況', explanation: 'お待ちください。', tone });
const workflow = {
  start: 'review',
  roles: { reviewer: { title: '審査員' } },
  stages: {
    review: {
      kind: 'review',
      title: '審査',
      role: 'reviewer',
      dueWorkingDays: 15,
      publicStatus: status('progress'),
      actions: {
        permit: { title: '許可する', tone: 'primary', routes: [{ to: 'permitted' }] },
        refuse: {
          title: '許可しない',
          requires: { publicReason: true },
          routes: [{ to: 'refused' }],
          effects: [{ notice: 'refusal' }],
        },
      },
    },
    permitted: { kind: 'final', title: '許可', outcome: 'approved', publicStatus: status('done') },
    refused: { kind: 'final', title: '不許可', outcome: 'refused', publicStatus: status('refused') },
  },
};
const REMEDIES =
  'この処分を知った日の翌日から3か月以内に、試験県知事に対して審査請求をすることができます。6か月以内に、試験県を被告として、処分の取消しの訴えを提起することもできます。';
const refusal = (...lines: readonly string[]) =>
  ['---', 'title: 不許可通知書', 'layout: letter', '---', ...lines].join('\n');

const name = { type: 'string', title: '氏名', 'x-purpose': '審査のため' };
const kana = { type: 'string', title: 'フリガナ', format: 'kana', 'x-purpose': '審査のため' };

function folder(
  pages: SmallPages = { applicant: page({ name, kana }, { required: ['name'] }) },
  change: Readonly<Record<string, unknown>> = {},
  more: ProcedureFiles = {},
): ProcedureFiles {
  return {
    ...formFiles({ pages }),
    'procedure.json': JSON.stringify({ ...info, ...change }),
    'workflow.json': JSON.stringify(workflow),
    'notices/refusal.md': refusal('理由　{{ action.public_reason }}', REMEDIES),
    ...more,
  };
}

/** Errors and warnings as `path code`; English is another matter. */
function said(files: ProcedureFiles): readonly string[] {
  const compiled = compileProcedure(files);
  return (compiled.ok ? compiled.warnings : compiled.problems)
    .filter(({ path }) => !path.startsWith('texts/'))
    .map(({ path, code }) => `${path} ${code}`);
}

const applicant = (
  fields: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
) => ({
  applicant: page({ name, kana, ...fields }, { required: ['name'], ...more }),
});
const at = (path: string) => `form.schema.json#/properties/${path.replaceAll('.', '/properties/')}`;

it('a sound folder gives nothing to say', () => {
  expect(said(folder())).toEqual([]);
});

describe('remedies of a disposition', () => {
  it.each([
    ['are there', '不服があれば、ご連絡ください。', 'remedies-missing'],
    [
      'name the authority',
      '3か月以内に審査請求ができます。取消訴訟も起こせます。',
      'remedies-without-addressee',
    ],
    ['name the time', '知事に対して審査請求ができます。取消訴訟も起こせます。', 'remedies-without-period'],
    ['name the suit', '知事に対して、三箇月以内に審査請求ができます。', 'remedies-without-suit'],
  ])('%s', (_rule, words, code) => {
    const text = refusal('理由　{{ action.public_reason }}', words);
    expect(said(folder(undefined, {}, { 'notices/refusal.md': text }))).toEqual([
      `notices/refusal.md ${code}`,
    ]);
  });

  it('are for dispositions alone, in a mail as in a notice', () => {
    expect(said(folder(undefined, { legalNature: 'contract_grant' }))).toEqual([
      'notices/refusal.md#6 remedies-not-fitting',
    ]);
  });
});

describe('the reason of a refusal', () => {
  it('is printed, not only asked about', () => {
    const text = refusal(
      '{{#if action.public_reason != null }}',
      '理由は別にお伝えします。',
      '{{/if}}',
      REMEDIES,
    );
    expect(said(folder(undefined, {}, { 'notices/refusal.md': text }))).toContain(
      'notices/refusal.md reason-not-printed',
    );
  });

  it('may be printed by a part of the notice that is not always there', () => {
    const text = refusal(
      '{{#if applicant.kana != null }}',
      '理由　{{ action.public_reason }}',
      '{{/if}}',
      REMEDIES,
    );
    expect(said(folder(undefined, {}, { 'notices/refusal.md': text }))).toEqual([]);
  });
});

describe('personal data', () => {
  const tel = { type: 'string', title: '電話', format: 'tel-jp' };

  it('has a purpose', () => {
    expect(said(folder(applicant({ tel })))).toEqual([`${at('applicant.tel')} purpose-missing`]);
  });

  it('may have the purpose of its page', () => {
    expect(said(folder(applicant({ tel }, { 'x-purpose': '連絡のため' })))).toEqual([]);
  });

  it('may have the purpose of its group', () => {
    const contact = { type: 'object', title: '連絡先', 'x-purpose': '連絡のため', properties: { tel } };
    expect(said(folder(applicant({ contact })))).toEqual([]);
  });

  it('is told by its title, by where it comes from and by what browsers fill in', () => {
    const pages = applicant({
      born: { type: 'string', title: '代表者の生年月日（西暦）', format: 'date' },
      home: { type: 'string', title: '通知を送るところ', 'x-prefill': 'profile.address' },
      mail: { type: 'string', title: '通知を受けるところ' },
      kind: { type: 'string', title: '区分', enum: ['a'], 'x-prefill': 'profile.kind' },
      since: { type: 'string', title: '開業の日', format: 'date' },
    });
    const ui = JSON.stringify({ applicant: { mail: { 'ui:autocomplete': 'email' } } });
    expect(said(folder(pages, {}, { 'form.ui.json': ui }))).toEqual([
      `${at('applicant.born')} purpose-missing`,
      `${at('applicant.home')} purpose-missing`,
      `${at('applicant.mail')} purpose-missing`,
    ]);
  });

  it('is asked of somebody: what is computed is not', () => {
    const shown = { type: 'string', title: '氏名', 'x-compute': 'applicant.name', readOnly: true };
    expect(said(folder(applicant({ shown })))).toEqual([]);
  });

  it('that is sensitive has a purpose and an end, and is not kept longer than the file', () => {
    const number = { type: 'string', title: '番号', 'x-sensitive': true };
    expect(said(folder(applicant({ number })))).toEqual([
      `${at('applicant.number')} sensitive-without-purpose`,
      `${at('applicant.number')} sensitive-without-retention`,
    ]);
    const kept = { ...number, 'x-purpose': '支払いのため', 'x-retention': 6 };
    expect(said(folder(applicant({ number: kept })))).toEqual([
      `${at('applicant.number')}/x-retention retention-beyond-file`,
    ]);
  });
});

describe('a name', () => {
  const other = { ...name, title: '代表者の氏名' };
  const reading = { ...kana, title: '代表者のフリガナ' };

  it.each([
    ['has its reading after it', { name, kana }, []],
    ['or before it', { kana, name }, []],
    ['and so has the next', { name, kana, other, reading }, []],
    ['which does not lend it', { name, other, reading }, ['name']],
    ['nor borrow it', { name, kana, other }, ['other']],
  ])('%s', (_rule, fields, left) => {
    expect(said(folder({ applicant: page(fields, { required: ['name'] }) }))).toEqual(
      left.map((field) => `${at(`applicant.${field}`)} reading-missing`),
    );
  });

  it('of a shop or a contact needs none', () => {
    const shop = { type: 'string', title: '店名' };
    const contact = { type: 'string', title: '担当の方のお名前', 'x-purpose': '連絡のため' };
    expect(said(folder(applicant({ shop, contact })))).toEqual([]);
  });
});

describe('the standard processing period', () => {
  it.each([
    [15, 'working', []],
    [14, 'working', ['procedure.json#/standardProcessingDays processing-days-short']],
    [21, 'calendar', []],
    [20, 'calendar', ['procedure.json#/standardProcessingDays processing-days-short']],
  ])('of %d %s days, for a review of 15 working days', (days, kind, expected) => {
    const change = { standardProcessingDays: days, clock: { days: kind } };
    const found = said(folder(undefined, change));
    expect(found.filter((one) => one.startsWith('procedure.json'))).toEqual(expected);
  });
});

describe('the colour of a procedure', () => {
  it.each([
    ['#0017c1', []],
    ['#767676', []],
    ['#777777', ['contrast-too-low']],
    ['#FFB900', ['contrast-too-low']],
    ['#07c', ['wrong-colour']],
  ])('%s', (themeColor, codes) => {
    expect(said(folder(undefined, { themeColor }))).toEqual(
      codes.map((code) => `procedure.json#/themeColor ${code}`),
    );
  });
});

describe('conditions', () => {
  const kind = { type: 'string', title: '区分', enum: ['a', 'b'] };
  const asked = (title: string, condition: string) => ({ type: 'string', title, 'x-askWhen': condition });

  it('of a question are judged with those of the page and the group around it', () => {
    const group = {
      type: 'object',
      title: 'まとまり',
      'x-askWhen': 'applicant.kind = "a"',
      properties: { x: asked('x', 'applicant.kind != "a"'), y: asked('y', 'applicant.kind = "a"') },
    };
    expect(said(folder(applicant({ kind, group })))).toEqual([
      `${at('applicant.group.x')}/x-askWhen never-asked-there`,
    ]);
  });

  it('that turn on what stands in a table are left to the table', () => {
    const pages = applicant({ early: asked('早期給付', 'tables.round[1].early != null') });
    expect(said(folder(pages, {}, { 'tables/round.csv': 'early:number\n\n""\n' }))).toEqual([]);
  });

  it('that look back are as they should be; those that look ahead are said', () => {
    const pages = {
      ...applicant({ more: asked('続き', 'later.kind = "a"') }),
      later: page({ kind, rest: asked('残り', 'applicant.name = "x"') }),
    };
    expect(said(folder(pages))).toEqual([`${at('applicant.more')}/x-askWhen asked-by-later-answer`]);
  });
});

describe('leftovers', () => {
  it('are not looked for while a file that may use them has errors', () => {
    const files = folder(undefined, { title: '' }, { 'tables/t.csv': 'a\nx\n' });
    expect(said(files)).toEqual(['procedure.json#/title wrong-shape']);
  });

  it('are no columns that people read', () => {
    const city = {
      type: 'string',
      title: '市',
      'x-options': { table: 'cities', value: 'code', label: 'name' },
    };
    const csv = 'code,name,title,note,zone\n1,市,題,注,い\n';
    expect(said(folder(applicant({ city }), {}, { 'tables/cities.csv': csv }))).toEqual([
      'tables/cities.csv#1 column-unused',
    ]);
  });

  it('are no steps that a check, a notice or another step reads', () => {
    const step = { type: 'string', title: '途中', 'x-compute': 'applicant.name + "様"', readOnly: true };
    const files = (text: string) =>
      folder(
        applicant({ step }),
        {},
        {
          'form.ui.json': JSON.stringify({ applicant: { step: { 'ui:widget': 'hidden' } } }),
          'notices/refusal.md': refusal(text, '理由　{{ action.public_reason }}', REMEDIES),
        },
      );
    expect(said(files('あて先'))).toEqual([`${at('applicant.step')} step-unused`]);
    expect(said(files('{{ applicant.step }}'))).toEqual([]);
  });
});

describe('a version that was published', () => {
  const withoutReasons = folder(undefined, {}, { 'notices/refusal.md': refusal('あて先', REMEDIES) });

  it('is compiled again without asking rules that may be younger than it', () => {
    expect(compileProcedure(withoutReasons).ok).toBe(false);
    expect(compileProcedure(withoutReasons, { published: true })).toMatchObject({ ok: true, warnings: [] });
  });

  it('must still be a folder that can be run', () => {
    const broken = { ...withoutReasons, 'workflow.json': '{}' };
    expect(compileProcedure(broken, { published: true }).ok).toBe(false);
  });
});
