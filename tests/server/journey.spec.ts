import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApplicantApplicationView } from '../../src/applications/application.dto.js';
import type { DeskApplicationView, QueueList, QueuePage } from '../../src/applications/desk.dto.js';
import type { AttachmentView, DraftView, Receipt } from '../../src/drafts/draft.dto.js';
import { fillJitanDraft, png } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('an application from the form to the money decision', () => {
  let test: TestApp;
  let applicant: Visitor;
  let applicationId: string;
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
  });
  afterAll(() => test.stop());

  const desk = async (login: string): Promise<{ official: Visitor; view: DeskApplicationView }> => {
    const official = await test.official(login);
    const { body: view } = await official.get<DeskApplicationView>(`/api/desk/applications/${applicationId}`);
    return { official, view };
  };
  const take = async (login: string, action: string, given: object = {}) => {
    const { official, view } = await desk(login);
    return official.post<DeskApplicationView>(`/api/desk/applications/${applicationId}/actions/${action}`, {
      lock: view.lock,
      ...given,
    });
  };

  it('begins with what the account knows', async () => {
    const { status, body } = await applicant.post<DraftView>('/api/drafts', { procedureId: 'jitan-9' });
    expect(status).toBe(201);
    expect(body.answers).toMatchObject({ applicant: { name: '株式会社なにわ酒場' } });
    expect(body.prefilled).toMatchObject({ 'applicant.name': 'profile.name' });
    const answers = {
      ...body.answers,
      applicant: { ...(body.answers['applicant'] as object), name: '髙橋商店' },
    };
    await applicant.put(`/api/drafts/${body.id}`, { revision: body.revision, answers });
    const { body: changed } = await applicant.get<DraftView>(`/api/drafts/${body.id}`);
    const { 'applicant.name': _typed, ...untouched } = body.prefilled;
    expect(changed.prefilled).toEqual(untouched);
    expect(await applicant.delete(`/api/drafts/${body.id}`)).toMatchObject({ status: 204 });
  });

  it('is received with a number, a time and its files', async () => {
    const draft = await fillJitanDraft(applicant, 'なにわ酒場 法善寺店');
    const { status, body } = await applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
      revision: draft.revision,
    });
    expect(status).toBe(201);
    expect(body.number).toMatch(/^0009-\d{2}-\d{7}-\d$/);
    expect(Date.now() - Date.parse(body.submittedAt)).toBeLessThan(60_000);
    expect(body.attachments).toHaveLength(8);
    applicationId = body.applicationId;
  });

  it('is seen by its applicant with computed amounts, first step and messages', async () => {
    const { body } = await applicant.get<ApplicantApplicationView>(`/api/applications/${applicationId}`);
    expect(body.answers).toMatchObject({ sales: { payable: 600_000 } });
    expect(body.status.label).toBe('第1次審査中');
    expect(body.notices.map(({ template }) => template)).toContain('received');
    expect(body.canWithdraw).toBe(true);
  });

  it('stands in the queue of the first reviewer, who claims it', async () => {
    const { official } = await desk('sato');
    const { body: queues } = await official.get<QueueList>('/api/desk/queues');
    const mine = queues.queues.find(({ key }) => key === 'stage:jitan-9:first_review');
    expect(mine).toMatchObject({ procedureId: 'jitan-9', count: 1 });
    const { body: page } = await official.get<QueuePage>('/api/desk/applications?queue=unassigned');
    expect(page.rows.map(({ subject }) => subject)).toEqual(['なにわ酒場 法善寺店']);
    const { body } = await official.post<DeskApplicationView>(
      `/api/desk/applications/${applicationId}/assign`,
      {
        assigneeId: 'me',
      },
    );
    expect(body.assignee?.name).toBe('佐藤 健');
    const { body: found } = await official.get<QueuePage>(
      `/api/desk/search?q=${encodeURIComponent('法善寺')}`,
    );
    expect(found.rows).toHaveLength(1);
  });

  it('comes back for a correction of two named fields, and nothing else may change', async () => {
    const asked = await take('sato', 'ask_correction', {
      reason: '不鮮明',
      publicReason: '許可証の写しが不鮮明で、有効期限を確かめられませんでした。',
      targets: [
        { path: '/permit/valid_to', comment: '許可証の日付をご確認ください。' },
        { path: '/documents/permit_copy', comment: '撮り直してください。' },
      ],
    });
    expect(asked).toMatchObject({ status: 200, body: { stage: 'correction' } });
    const { status, body: draft } = await applicant.post<DraftView>(
      `/api/applications/${applicationId}/correction`,
    );
    expect(status).toBe(201);
    expect(draft.correction?.targets.map(({ path }) => path)).toEqual([
      '/permit/valid_to',
      '/documents/permit_copy',
    ]);
    const again = await applicant.post<DraftView>(`/api/applications/${applicationId}/correction`);
    expect([again.status, again.body.id]).toEqual([200, draft.id]);

    const { body: file } = await applicant.upload<AttachmentView>(
      `/api/drafts/${draft.id}/attachments?field=documents.permit_copy`,
      '許可証.png',
      png,
    );
    const answers = draft.answers as Record<string, Record<string, unknown>>;
    const corrected = {
      ...answers,
      permit: { ...answers.permit, valid_to: '2031-05-31' },
      documents: { ...answers.documents, permit_copy: [file.id] },
    };
    const cheating = { ...corrected, store: { ...answers.store, seats: 99 } };
    const refused = await applicant.post(`/api/drafts/${draft.id}/submit`, {
      revision: 0,
      answers: cheating,
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'outside-correction']);
    expect(refused.body.problems?.map(({ path }) => path)).toEqual(['/store/seats']);

    const sent = await applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
      revision: 0,
      answers: corrected,
    });
    expect(sent.status).toBe(201);
    const { view } = await desk('sato');
    expect(view).toMatchObject({ stage: 'first_review', assignee: { name: '佐藤 健' } });
    expect(view.changes.map(({ path }) => path)).toEqual(['/permit/valid_to', '/documents/permit_copy']);
  });

  it('is decided by two different persons', async () => {
    await take('sato', 'pass');
    const recommended = await take('suzuki', 'recommend', { fields: {} });
    expect(recommended.body).toMatchObject({
      highlights: [
        { title: '申請額', text: '600,000円' },
        { title: '支給予定額', text: '600,000円' },
      ],
      mayAssign: false,
      assignRefused: { code: 'four-eyes' },
      mayHold: true,
    });
    const mayTake = async (login: string) => {
      const { official } = await desk(login);
      const { body } = await official.get<QueuePage>('/api/desk/applications?queue=unassigned');
      return body.rows.map(({ mayAssign }) => mayAssign);
    };
    expect([await mayTake('suzuki'), await mayTake('tanaka')]).toEqual([[false], [true]]);
    const { official: suzuki } = await desk('suzuki');
    const claimed = await suzuki.post(`/api/desk/applications/${applicationId}/assign`, { assigneeId: 'me' });
    expect(claimed).toMatchObject({ status: 409, body: { code: 'four-eyes' } });
    const both = await take('suzuki', 'approve', { fields: { payment_on: '2027-01-29' } });
    expect(both).toMatchObject({ status: 409, body: { code: 'four-eyes' } });
    const decided = await take('tanaka', 'approve', { fields: { payment_on: '2027-01-29' } });
    expect(decided).toMatchObject({ status: 200, body: { stage: 'payout' } });
    const notice = decided.body.notices.find(({ template }) => template === 'grant-decision');
    expect(notice).toMatchObject({ title: '支給決定通知書', documentNumber: '協推第2号', state: 'queued' });
    expect(decided.body.history.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['到達', '自動チェック', '補正を求める']),
    );
  });

  it('shows the applicant every step and no official’s name', async () => {
    const { body } = await applicant.get<ApplicantApplicationView>(`/api/applications/${applicationId}`);
    expect(body.steps.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['補正を提出しました', '支給決定']),
    );
    expect(body.highlights).toEqual([
      { title: '申請額', text: '600,000円' },
      { title: '支給決定額', text: '600,000円' },
      { title: '振込予定日', text: '令和9年1月29日' },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/佐藤|鈴木|田中/);
  });

  it('owes exactly one job to every message and notice', async () => {
    const [row] = await test.dataSource.query<{ notices: number; jobs: number }[]>(
      `select (select count(*)::int from notice) as notices,
              (select count(*)::int from outbox o join notice n on n.id = o.subject_id) as jobs`,
    );
    expect(row?.notices).toBeGreaterThan(4);
    expect(row?.jobs).toBe(row?.notices);
  });
});
