import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import type { CaseworkView } from '../../src/casework/casework.dto.js';
import type { DraftView, Receipt } from '../../src/drafts/draft.dto.js';
import type { OpenedAnswerView, ReadingList } from '../../src/readings/reading.dto.js';
import type { PreviewView } from '../../src/previews/preview.dto.js';
import type { RelatedList } from '../../src/related/related.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { hasPoppler, textOf } from './support/pdf-tools.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

let test: TestApp;
let applicant: Visitor;
let sato: Visitor;
beforeAll(async () => {
  test = await startTestApp();
  applicant = await test.applicant();
  sato = await test.official('sato');
});
afterAll(() => test.stop());

async function apply(store: string): Promise<string> {
  const draft = await fillJitanDraft(applicant, store);
  const { body } = await applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
    revision: draft.revision,
  });
  return body.applicationId;
}
const caseOf = (id: string): string => `/api/desk/applications/${id}`;
const look = async (person: Visitor, id: string) => (await person.get<DeskApplicationView>(caseOf(id))).body;

describe('an answer that is sensitive', () => {
  it('is kept back by the server until it is opened, and the opening is recorded and told', async () => {
    const id = await apply('伏字亭');
    const { answers, concealed } = await look(sato, id);
    expect(Object.keys(answers['bank'] as object)).not.toContain('account_no');
    expect(concealed).toContainEqual({ path: '/bank/account_no', openable: true });
    const opened = await sato.post<OpenedAnswerView>(`${caseOf(id)}/open`, { path: '/bank/account_no' });
    expect([opened.status, opened.body.value]).toEqual([200, '0123456']);
    const { body } = await applicant.get<ReadingList>(`/api/applications/${id}/readings`);
    expect(body.readings.map((line) => line.opened)).toEqual([['口座番号']]);
    const [entry] = await test.dataSource.query<{ body: string }[]>(
      `select body from audit_event where body like '%application.open-answers%' order by id desc limit 1`,
    );
    expect(JSON.parse(entry?.body ?? '{}')).toMatchObject({
      subject: { kind: 'application', id },
      detail: { fields: ['bank.account_no'] },
    });
  });

  it('is hidden from the call centre, in the paper that holds all answers, too', async () => {
    const id = await apply('秘匿亭');
    const yoshida = await test.official('yoshida');
    const { answers, concealed } = await look(yoshida, id);
    expect(Object.keys(answers['bank'] as object)).toEqual([]);
    expect(concealed).toContainEqual({ path: '/bank/account_no', openable: false });
    const open = await yoshida.post(`${caseOf(id)}/open`, { path: '/bank/account_no' });
    expect(open).toMatchObject({ status: 403, body: { code: 'answer-hidden' } });
    const paper = await yoshida.get(`/api/applications/${id}/answers/pdf`);
    expect(paper).toMatchObject({ status: 403, body: { code: 'answer-hidden' } });
  });

  it('opens nothing that is not masked', async () => {
    const id = await apply('平文亭');
    const open = await sato.post(`${caseOf(id)}/open`, { path: '/store/name' });
    expect(open.status).toBe(422);
  });
});

describe('colleagues on the same application', () => {
  const present = async (person: Visitor, id: string, writing = false) =>
    (await person.post<CaseworkView>(`${caseOf(id)}/presence`, { writing })).body;

  it('see each other, who is writing, and that somebody has changed it', async () => {
    const id = await apply('同席亭');
    const suzuki = await test.official('suzuki');
    expect((await present(sato, id)).others).toEqual([]);
    expect((await present(suzuki, id, true)).others.map(({ name, writing }) => [name, writing])).toEqual([
      ['佐藤 健', false],
    ]);
    const { others, lock } = await present(sato, id);
    expect(others.map(({ name, writing }) => [name, writing])).toEqual([['鈴木 恵', true]]);
    await sato.post(`${caseOf(id)}/actions/pass`, { lock });
    expect((await present(suzuki, id)).lock).toBe(lock + 1);
    await sato.send('DELETE', `${caseOf(id)}/presence`);
    expect((await present(suzuki, id)).others).toEqual([]);
  });

  it('whose screen has not been heard of for 45 seconds are gone, and begin anew when they return', async () => {
    const id = await apply('離席亭');
    const suzuki = await test.official('suzuki');
    await present(sato, id);
    await test.dataSource.query(
      `update case_presence set since = now() - interval '1 hour', seen_at = now() - interval '46 seconds'
       where application_id = $1`,
      [id],
    );
    expect((await present(suzuki, id)).others).toEqual([]);
    await present(sato, id);
    const [{ since } = { since: '' }] = (await present(suzuki, id)).others;
    expect(Date.now() - Date.parse(since)).toBeLessThan(30 * 60_000);
  });

  it('read each other’s marks and notes; a note that is sent twice is one', async () => {
    const id = await apply('注釈亭');
    const mark = (person: Visitor, given: object) =>
      person.put<CaseworkView>(`${caseOf(id)}/annotations`, { path: '/store/name', note: '', ...given });
    await mark(sato, { mark: 'checked' });
    await mark(sato, { mark: 'defect', note: '看板の名前と違う。' });
    const suzuki = await test.official('suzuki');
    const { body } = await mark(suzuki, { mark: 'question', note: '本店か。' });
    expect(body.annotations.map(({ name, mark: kind, note }) => [name, kind, note])).toEqual([
      ['佐藤 健', 'defect', '看板の名前と違う。'],
      ['鈴木 恵', 'question', '本店か。'],
    ]);
    expect((await mark(suzuki, { mark: null })).body.annotations).toHaveLength(1);
    expect(await mark(sato, { path: '/store/nothing', mark: 'checked' })).toMatchObject({ status: 422 });
    const note = { id: 'a3bb189e-8bf9-4888-9912-ace4e6543002', body: '電話で店名を確かめた。' };
    await suzuki.post(`${caseOf(id)}/notes`, note);
    const { body: noted } = await suzuki.post<CaseworkView>(`${caseOf(id)}/notes`, note);
    expect(noted.notes.map(({ name, body: text }) => [name, text])).toEqual([
      ['鈴木 恵', '電話で店名を確かめた。'],
    ]);
  });

  it('who only look on leave no mark', async () => {
    const id = await apply('閲覧亭');
    const yoshida = await test.official('yoshida');
    expect((await present(yoshida, id)).mayAnnotate).toBe(false);
    expect(
      await yoshida.put(`${caseOf(id)}/annotations`, { path: '/store/name', mark: 'checked', note: '' }),
    ).toMatchObject({ status: 403, body: { code: 'role-missing' } });
  });

  it('see that a mark was made before the applicant corrected the answer', async () => {
    const id = await apply('修正亭');
    for (const path of ['/store/name', '/permit/valid_to']) {
      await sato.put(`${caseOf(id)}/annotations`, { path, mark: 'checked', note: '' });
    }
    const { lock } = await look(sato, id);
    await sato.post(`${caseOf(id)}/actions/ask_correction`, {
      lock,
      publicReason: '有効期間を確認してください。',
      targets: [{ path: '/permit/valid_to', comment: '許可証と同じ日にしてください。' }],
    });
    const { body: draft } = await applicant.post<DraftView>(`/api/applications/${id}/correction`);
    const permit = { ...(draft.answers['permit'] as object), valid_to: '2030-06-30' };
    const { body: saved } = await applicant.put<{ revision: number }>(`/api/drafts/${draft.id}`, {
      revision: draft.revision,
      answers: { ...draft.answers, permit },
    });
    await applicant.post(`/api/drafts/${draft.id}/submit`, { revision: saved.revision });
    const { annotations } = await present(sato, id);
    expect(annotations.map(({ path, outdated }) => [path, outdated])).toEqual([
      ['/store/name', false],
      ['/permit/valid_to', true],
    ]);
  });
});

describe('what a decision would send', () => {
  it('is read in its final form, marked 案, before anything is recorded', async () => {
    const id = await apply('案文亭');
    const suzuki = await test.official('suzuki');
    const tanaka = await test.official('tanaka');
    const act = async (person: Visitor, action: string, given: object = {}) =>
      person.post(`${caseOf(id)}/actions/${action}`, { lock: (await look(person, id)).lock, ...given });
    await act(sato, 'pass');
    await act(suzuki, 'recommend', { fields: {} });
    const missing = await act(tanaka, 'approve/preview', { fields: {} });
    expect(missing).toMatchObject({ status: 422, body: { code: 'fields-invalid' } });

    const before = await look(tanaka, id);
    const fields = { payment_on: '2030-04-10' };
    const preview = await tanaka.post<PreviewView>(`${caseOf(id)}/actions/approve/preview`, {
      lock: before.lock,
      fields,
    });
    expect(preview.status).toBe(200);
    expect(preview.body.documents.map(({ kind, pdf }) => [kind, pdf !== null])).toEqual([
      ['notice', true],
      ['message', false],
    ]);
    const address = preview.body.documents[0]?.pdf ?? '';
    expect((await tanaka.get<string>(address)).body).toMatch(/^%PDF-/);
    if (hasPoppler) {
      const headers = { cookie: tanaka.cookie ?? '' };
      const { rawPayload } = await test.app.inject({ method: 'GET', url: address, headers });
      const text = textOf(rawPayload);
      for (const words of ['案（決裁の前の確認用）', '案文亭', '令和12年4月10日'])
        expect(text).toContain(words);
    }
    expect((await suzuki.get(address)).status).toBe(404);
    const after = await look(tanaka, id);
    expect([after.lock, after.stage, after.notices.length]).toEqual([
      before.lock,
      'decision',
      before.notices.length,
    ]);
  });
});

describe('applications with something in common', () => {
  it('are named with the reason, and another applicant’s stand out', async () => {
    const id = await apply('同口座亭');
    const kitano = await test.applicant('kitano@example.jp');
    const draft = await fillJitanDraft(kitano, '同口座屋');
    const { body: other } = await kitano.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
      revision: draft.revision,
    });
    const { body } = await sato.get<RelatedList>(`${caseOf(other.applicationId)}/related`);
    const found = body.applications.find((one) => one.id === id);
    expect(found).toMatchObject({ subject: '同口座亭', byAnother: true });
    expect(found?.reasons).toContainEqual({ kind: 'account', title: '口座番号' });
    expect(new Set(found?.reasons.map(({ kind }) => kind))).toEqual(
      new Set(['account', 'address', 'corporation', 'file', 'permit', 'phone']),
    );
    const watanabe = await test.official('watanabe');
    expect((await watanabe.get(`${caseOf(id)}/related`)).status).toBe(404);
  });
});

describe('a second correction of the same answers', () => {
  it('takes a supervisor’s reason, once for each time', async () => {
    const id = await apply('再補正亭');
    const act = async (action: string, given: object) =>
      sato.post(`${caseOf(id)}/actions/${action}`, { lock: (await look(sato, id)).lock, ...given });
    const ask = () =>
      act('ask_correction', {
        publicReason: '写しを確認してください。',
        targets: [{ path: '/permit/valid_to', comment: '許可証と同じ日にしてください。' }],
      });
    const resume = () => act('resume', { reason: '返答なし', publicReason: '審査を続けます。' });
    expect((await ask()).status).toBe(200);
    await resume();
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'second-correction' } });
    expect((await look(sato, id)).secondCorrection).toEqual({ permission: null, mayPermit: false });

    const permission = { reason: '許可証の裏面を見落としていた。' };
    expect((await sato.post(`${caseOf(id)}/correction-permission`, permission)).status).toBe(403);
    const tanaka = await test.official('tanaka');
    const { body } = await tanaka.post<DeskApplicationView>(
      `${caseOf(id)}/correction-permission`,
      permission,
    );
    expect(body.secondCorrection?.permission).toMatchObject({ name: '田中 律子', ...permission });
    expect((await ask()).status).toBe(200);
    await resume();
    expect((await ask()).status).toBe(409);
  });
});

describe('who only looks on', () => {
  it('reads the applicant’s words, the reason and the next step', async () => {
    const id = await apply('電話亭');
    const yoshida = await test.official('yoshida');
    const { status, publicSide, actions } = await look(yoshida, id);
    expect(status.label).toBe('第1次審査中');
    expect(publicSide).toEqual({
      turn: 'office',
      department: expect.stringContaining('経営支援課'),
      ahead: ['第2次審査中', '最終審査中', '支給決定'],
      reason: null,
    });
    expect(actions).toEqual([]);
  });
});
