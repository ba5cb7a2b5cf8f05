import { describe, expect, it } from '@jest/globals';
import { compileProcedure, type ProcedureFiles } from '#engine';
import { formFiles, page } from '../../support/small-procedure.js';

const info = {
  id: 'small-grant',
  title: '小さな協力金',
  summary: '試しの手続です。',
  kind: 'application',
  audience: ['business'],
  category: 'しごと・産業',
  department: '試験課',
  contact: { name: '試験課', phone: '06-0000-0000', mail: 'a@example.jp', hours: '平日9時から18時' },
  legalNature: 'contract_grant',
  legalBasis: [{ title: '試験規則', article: '第5条' }],
  criteria: [{ id: 'permit-valid', title: '営業許可', text: '有効であること。' }],
  acceptanceWindow: { opensAt: '2021-11-01T00:00:00+09:00', closesAt: '2021-12-13T23:59:59+09:00' },
  standardProcessingDays: 40,
  oncePer: { key: 'store.name', message: 'すでに申請されています。' },
  numbering: { prefix: '0009', documentSymbol: '協推' },
  retentionYears: 5,
  signIn: 'account',
  fee: null,
  subject: 'store.name',
  paperAlternative: null,
};
const status = { label: '受け付けました', explanation: 'お待ちください。', tone: 'progress' };
const workflow = {
  start: 'review',
  roles: { reviewer: { title: '審査員' } },
  stages: {
    review: {
      kind: 'review',
      title: '審査',
      role: 'reviewer',
      publicStatus: status,
      actions: {
        grant: {
          title: '支給する',
          tone: 'primary',
          routes: [{ to: 'granted' }],
          effects: [{ message: 'granted' }],
        },
      },
    },
    granted: {
      kind: 'final',
      title: '支給決定',
      outcome: 'approved',
      publicStatus: { ...status, tone: 'done' },
    },
  },
};
const store = page({ name: { type: 'string', title: '店名' } }, { required: ['name'] });

function folder(change: Readonly<Record<string, unknown>> = {}, more: ProcedureFiles = {}): ProcedureFiles {
  return {
    ...formFiles({ pages: { store } }),
    'procedure.json': JSON.stringify({ ...info, ...change }),
    'workflow.json': JSON.stringify(workflow),
    'messages/granted.md': '---\nsubject: 支給が決まりました\n---\n{{store.name}} 様\n',
    ...more,
  };
}
const problems = (files: ProcedureFiles) => {
  const compiled = compileProcedure(files);
  return compiled.ok ? [] : compiled.problems.map(({ path, code }) => `${path} ${code}`);
};

describe('a procedure folder', () => {
  it('compiles to a frozen procedure', () => {
    const compiled = compileProcedure(folder());
    expect(compiled).toMatchObject({
      ok: true,
      procedure: {
        info: {
          id: 'small-grant',
          subject: { source: 'store.name' },
          oncePer: { key: { source: 'store.name' } },
        },
        form: { id: 'small-grant' },
        workflow: { start: 'review' },
      },
    });
    if (!compiled.ok) return;
    expect([...compiled.procedure.messages.keys()]).toEqual(['granted']);
    expect(Object.isFrozen(compiled.procedure.info.contact)).toBe(true);
    expect(Object.isFrozen(compiled.procedure.workflow.stages.get('review')?.publicStatus)).toBe(true);
  });

  it('names the problems of all its files at once, even when the form has some', () => {
    const files = folder(
      { title: '' },
      {
        ...formFiles({ pages: { store: page({ name: { type: 'string' } }) } }),
        'procedure.json': JSON.stringify({ ...info, title: '' }),
        'workflow.json': JSON.stringify({ ...workflow, start: 'reveiw' }),
        'messages/granted.md': '---\nsubject: 支給\n---\n{{store.name\n',
        'form.shema.json': '{}',
      },
    );
    expect(problems(files)).toEqual([
      'procedure.json#/title wrong-shape',
      'form.schema.json#/properties/store/properties/name missing-key',
      'workflow.json#/start start-unknown',
      'messages/granted.md#4 placeholder-not-closed',
      'form.shema.json unknown-file',
    ]);
  });

  it('is nothing without its files', () => {
    expect(problems({})).toEqual([
      'procedure.json missing-file',
      'form.schema.json missing-file',
      'workflow.json missing-file',
    ]);
  });
});

describe('procedure.json', () => {
  it.each<readonly [string, Record<string, unknown>, string]>([
    ['has an id for addresses', { id: 'Jitan 9' }, 'procedure.json#/id wrong-id'],
    ['has no unknown key', { titel: 'x' }, 'procedure.json#/titel unknown-key'],
    ['has one of the legal natures', { legalNature: 'grant' }, 'procedure.json#/legalNature unknown-choice'],
    ['is for someone', { audience: [] }, 'procedure.json# missing-key'],
    ['is for a known audience', { audience: ['farmer'] }, 'procedure.json#/audience unknown-choice'],
    [
      'opens before it closes',
      { acceptanceWindow: { opensAt: '2021-12-13T00:00:00+09:00', closesAt: '2021-11-01T00:00:00+09:00' } },
      'procedure.json#/acceptanceWindow bounds-crossed',
    ],
    [
      'has times with a zone',
      { acceptanceWindow: { ...info.acceptanceWindow, opensAt: '2021-11-01' } },
      'procedure.json#/acceptanceWindow/opensAt wrong-instant',
    ],
    ['has a subject that is a text', { subject: '1 + 1' }, 'procedure.json#/subject expression-wrong-result'],
    [
      'has a subject that exists',
      { subject: 'store.nmae' },
      'procedure.json#/subject expression-unknown-field',
    ],
    [
      'has each criterion once',
      { criteria: [...info.criteria, ...info.criteria] },
      'procedure.json#/criteria/1 duplicate-id',
    ],
    [
      'has a prefix for numbers',
      { numbering: { prefix: '第9', documentSymbol: '協推' } },
      'procedure.json#/numbering/prefix wrong-prefix',
    ],
    ['has whole days', { standardProcessingDays: 1.5 }, 'procedure.json#/standardProcessingDays wrong-shape'],
    ['says whom to ask', { contact: undefined }, 'procedure.json#/contact missing-key'],
  ])('%s', (_rule, change, expected) => {
    expect(problems(folder(change))).toContain(expected);
  });

  it('has every criterion that a check names', () => {
    const check = {
      id: 'c',
      expression: 'store.name != "x"',
      message: '…',
      level: 'warning',
      criterion: 'permit-vaild',
    };
    const pages = {
      store: page({ name: { type: 'string', title: '店名' } }, { required: ['name'], 'x-check': [check] }),
    };
    const compiled = compileProcedure({
      ...folder(),
      ...formFiles({ pages }),
      'procedure.json': JSON.stringify(info),
    });
    expect(compiled.ok ? [] : compiled.problems.filter((one) => one.level === 'error')).toMatchObject([
      {
        path: 'form.schema.json#/properties/store/x-check/0/criterion',
        code: 'criterion-unknown',
        params: { name: 'permit-vaild', suggestion: 'permit-valid' },
      },
    ]);
  });
});
