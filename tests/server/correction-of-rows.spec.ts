import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApplicantApplicationView } from '../../src/applications/application.dto.js';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import type { DraftView, Receipt } from '../../src/drafts/draft.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

type Pages = Record<string, Record<string, unknown>>;

/** Closed for ten days, then open until 20:00; rows as a program sends them, without ids. */
const periods = [
  { starts_on: '2021-10-01', ends_on: '2021-10-10', response: 'closed' },
  { starts_on: '2021-10-11', ends_on: '2021-10-20', response: 'shortened', close: '19:00' },
  { starts_on: '2021-10-21', ends_on: '2021-10-24', response: 'shortened', close: '20:00' },
];

describe('a correction of the rows of an application', () => {
  let test: TestApp;
  let applicant: Visitor;
  let applicationId: string;
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
    const filled = await fillJitanDraft(applicant, 'なにわ酒場 千日前店');
    const { compliance } = filled.answers;
    const { reduced_open: _open, reduced_close: _close, ...rest } = compliance ?? {};
    const answers = { ...filled.answers, compliance: { ...rest, whole_period: false, periods } };
    const { body } = await applicant.post<Receipt>(`/api/drafts/${filled.id}/submit`, {
      revision: filled.revision,
      answers,
    });
    applicationId = body.applicationId;
  });
  afterAll(() => test.stop());

  const desk = async () => {
    const official = await test.official('sato');
    const { body: view } = await official.get<DeskApplicationView>(`/api/desk/applications/${applicationId}`);
    return { official, view };
  };
  const ask = async (path: string) => {
    const { official, view } = await desk();
    return official.post<DeskApplicationView>(
      `/api/desk/applications/${applicationId}/actions/ask_correction`,
      {
        lock: view.lock,
        reason: '期間の誤り',
        publicReason: '要請に応じた期間をご確認ください。',
        targets: [{ path, comment: '日付と時刻をご確認ください。' }],
      },
    );
  };
  const correct = async (change: (rows: readonly Record<string, unknown>[]) => unknown) => {
    const { body: draft } = await applicant.post<DraftView>(`/api/applications/${applicationId}/correction`);
    const answers = draft.answers as Pages;
    const rows = answers['compliance']?.['periods'] as Record<string, unknown>[];
    const sent = await applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
      revision: draft.revision,
      answers: { ...answers, compliance: { ...answers['compliance'], periods: change(rows) } },
    });
    return { draft, sent };
  };

  it('begins with rows that have got a name', async () => {
    const { view } = await desk();
    expect((view.answers as Pages)['compliance']?.['periods']).toMatchObject([
      { _id: 'r1', ...periods[0] },
      { _id: 'r2', ...periods[1] },
      { _id: 'r3', ...periods[2] },
    ]);
  });

  it('of one row keeps to that row by its name, and shows everybody its place', async () => {
    const asked = await ask('/compliance/periods/1/close');
    expect(asked.body.correction?.targets).toMatchObject([
      { path: '/compliance/periods/1/close', label: expect.stringContaining('（2行目）') },
    ]);
    const { body: mine } = await applicant.get<ApplicantApplicationView>(
      `/api/applications/${applicationId}`,
    );
    expect(mine.correction?.targets).toMatchObject([{ label: expect.stringContaining('（2行目）') }]);

    const removed = await correct((rows) => rows.slice(1));
    expect(removed.draft.correction?.targets.map(({ path }) => path)).toEqual([
      '/compliance/periods/@r2/close',
    ]);
    expect(removed.sent).toMatchObject({ status: 422 });

    const { sent } = await correct((rows) =>
      rows.map((row) => (row['_id'] === 'r2' ? { ...row, close: '20:00' } : row)),
    );
    expect(sent.status).toBe(201);
    expect((await desk()).view.changes).toMatchObject([
      { path: '/compliance/periods/1/close', kind: 'changed', before: '19:00', after: '20:00' },
    ]);
  });

  it('of the whole list tells the row that went from the rows that moved up', async () => {
    await ask('/compliance/periods');
    const { sent } = await correct(([first, , last]) => [first, { ...last, starts_on: '2021-10-11' }]);
    expect(sent.status).toBe(201);
    const { view } = await desk();
    expect(view.changes.filter(({ path }) => path.startsWith('/compliance/periods'))).toMatchObject([
      { path: '/compliance/periods/@r2', kind: 'row-removed', after: null },
      {
        path: '/compliance/periods/1/starts_on',
        kind: 'changed',
        before: '2021-10-21',
        after: '2021-10-11',
      },
    ]);
  });
});
