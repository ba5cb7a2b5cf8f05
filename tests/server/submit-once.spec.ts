import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('submitting a draft', () => {
  let test: TestApp;
  let applicant: Visitor;
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
  });
  afterAll(() => test.stop());

  const countApplications = async (draftId: string): Promise<number> => {
    const [row] = await test.dataSource.query<{ count: number }[]>(
      'select count(*)::int as count from application where draft_id = $1',
      [draftId],
    );
    return row?.count ?? -1;
  };

  it('twenty times at once makes one application and one receipt', async () => {
    const draft = await fillJitanDraft(applicant, '二十連打亭');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, { revision: draft.revision }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await countApplications(draft.id)).toBe(1);
  });

  it('again gives the same receipt; with other answers it is refused', async () => {
    const draft = await fillJitanDraft(applicant, '再送亭');
    const submit = (answers?: object) =>
      applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, { revision: draft.revision, answers });
    const first = await submit(draft.answers);
    const again = await submit(draft.answers);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect((await submit()).body).toEqual(first.body);
    const other = await submit({ ...draft.answers, store: { ...draft.answers.store, seats: 99 } });
    expect(other).toMatchObject({ status: 409, body: { code: 'draft-already-submitted' } });
  });

  it('writes application, submission, history, notices and jobs together, and empties the draft', async () => {
    const draft = await fillJitanDraft(applicant, '一括亭');
    const { body } = await applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
      revision: draft.revision,
    });
    const [row] = await test.dataSource.query<object[]>(
      `select (select count(*)::int from submission where application_id = a.id) as submissions,
              (select count(*)::int from application_event where application_id = a.id and type = 'arrived') as arrivals,
              (select count(*)::int from notice where application_id = a.id) as notices,
              (select count(*)::int from outbox o join notice n on n.id = o.subject_id and n.application_id = a.id) as jobs,
              (select count(*)::int from attachment where application_id = a.id) as files,
              (select answers from draft d where d.id = a.draft_id) as draft
       from application a where a.id = $1`,
      [body.applicationId],
    );
    expect(row).toEqual({ submissions: 1, arrivals: 1, notices: 2, jobs: 2, files: 8, draft: {} });
  });

  it('of a store that has applied already is refused, until the first application is withdrawn', async () => {
    const first = await fillJitanDraft(applicant, '重複亭');
    const second = await fillJitanDraft(applicant, '重複亭');
    const submit = (draft: { id: string; revision: number }) =>
      applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, { revision: draft.revision });
    const { body: receipt } = await submit(first);
    expect(await submit(second)).toMatchObject({ status: 409, body: { code: 'already-applied' } });
    await applicant.post(`/api/applications/${receipt.applicationId}/withdraw`, {
      reason: '申請を出し直すため',
    });
    expect(await submit(second)).toMatchObject({ status: 201 });
  });

  it('that was saved in another window meanwhile is refused, and nothing is lost', async () => {
    const draft = await fillJitanDraft(applicant, '別窓亭');
    const saved = { ...draft.answers, store: { ...draft.answers.store, seats: 30 } };
    await applicant.put(`/api/drafts/${draft.id}`, { revision: draft.revision, answers: saved });
    const late = await applicant.post(`/api/drafts/${draft.id}/submit`, {
      revision: draft.revision,
      answers: draft.answers,
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'draft-changed-elsewhere' } });
    const stale = await applicant.put(`/api/drafts/${draft.id}`, {
      revision: draft.revision,
      answers: draft.answers,
    });
    expect(stale).toMatchObject({ status: 409, body: { code: 'draft-changed-elsewhere' } });
    expect((await applicant.get(`/api/drafts/${draft.id}`)).body).toMatchObject({ answers: saved });
  });
});
