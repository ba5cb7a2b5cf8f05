import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DraftView, Receipt } from '../../src/drafts/draft.dto.js';
import type { ProblemDetails } from '../../src/http/problem.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

/** 第9期 協力金 as it ships, but that it asks everybody for another application of the same procedure. */
function procedures(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-others-'));
  cpSync(join('procedures', 'jitan-9'), join(folder, 'jitan-9'), { recursive: true });
  const file = join(folder, 'jitan-9', 'form.schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as {
    properties: { store: { required: string[]; properties: Record<string, Record<string, unknown>> } };
  };
  const { store } = schema.properties;
  const { 'x-askWhen': _, ...ref } = store.properties['gold_ref'] ?? {};
  store.properties['gold_ref'] = { ...ref, 'x-application': { procedure: 'jitan-9' } };
  store.required = store.required.filter((name) => name !== 'gold_ref');
  writeFileSync(file, JSON.stringify(schema, null, 2));
  return folder;
}

describe('an answer that names another application', () => {
  let test: TestApp;
  let owner: Visitor;
  let first: Receipt;
  beforeAll(async () => {
    test = await startTestApp({ PROCEDURES_DIR: procedures() });
    owner = await test.applicant('naniwa@example.jp');
    const { id, revision } = await fillJitanDraft(owner, '大阪食堂 本店', { siteId: null });
    first = (await owner.post<Receipt>(`/api/drafts/${id}/submit`, { revision })).body;
  });
  afterAll(() => test.stop());

  const draftOf = async (person: Visitor, store: string) => {
    const draft = await fillJitanDraft(person, store, { siteId: null });
    const submit = (more: Record<string, unknown>) =>
      person.post<ProblemDetails & Receipt>(`/api/drafts/${draft.id}/submit`, {
        revision: draft.revision,
        answers: { ...draft.answers, store: { ...draft.answers['store'], ...more } },
      });
    return { ...draft, submit };
  };
  const codes = ({ problems = [] }: ProblemDetails): unknown =>
    problems.map(({ path, code }) => [path, code]);

  it('is offered what the applicant has filed, with what the form takes over from it', async () => {
    const { id } = await draftOf(owner, '大阪食堂 二号店');
    const { body } = await owner.get<DraftView>(`/api/drafts/${id}`);
    expect(body.applications).toEqual([
      {
        number: first.number,
        procedureId: 'jitan-9',
        procedureTitle: body.procedureTitle,
        subject: '大阪食堂 本店',
        submittedAt: first.submittedAt,
        status: 'open',
        statusLabel: '第1次審査中',
        facts: { 'answers.store.name': '大阪食堂 本店', status: 'open' },
      },
    ]);
  });

  it('is told alike for a number of somebody else and for one that nobody has', async () => {
    const other = await test.applicant('kitano@example.jp');
    const draft = await draftOf(other, '喫茶キタノ');
    const { body: view } = await other.get<DraftView>(`/api/drafts/${draft.id}`);
    const theirs = await draft.submit({ gold_ref: first.number });
    const nobodys = await draft.submit({ gold_ref: '0009-03-9999999-9' });
    expect(view.applications).toEqual([]);
    expect([theirs.status, codes(theirs.body)]).toEqual([
      422,
      [['/store/gold_ref', 'application-not-found']],
    ]);
    expect({ ...nobodys.body, requestId: theirs.body.requestId }).toEqual(theirs.body);
  });

  it('keeps what was found at the submission, and refuses what was made up', async () => {
    const draft = await draftOf(owner, '大阪食堂 三号店');
    const forged = await draft.submit({ gold_ref: first.number, gold_store: '別の店' });
    expect(codes(forged.body)).toEqual([['/store/gold_store', 'computed-mismatch']]);
    const sent = await draft.submit({ gold_ref: first.number });
    expect(sent.status).toBe(201);
    expect(sent.body.warnings.map(({ code, path }) => [code, path])).toEqual([['check', '/store/gold_ref']]);
    const again = await draft.submit({ gold_ref: first.number });
    expect([again.status, again.body.number]).toEqual([200, sent.body.number]);
    const [row] = await test.dataSource.query<{ store: unknown }[]>(
      `select answers -> 'store' as store from submission where application_id = $1`,
      [sent.body.applicationId],
    );
    expect(row?.store).toMatchObject({
      gold_ref: first.number,
      gold_store: '大阪食堂 本店',
      gold_state: 'open',
    });
  });
});
