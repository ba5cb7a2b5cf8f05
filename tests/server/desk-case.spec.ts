import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import type { OpenedAnswerView, ReadingList } from '../../src/readings/reading.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
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
