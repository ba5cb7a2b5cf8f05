import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProcedureFiles } from '#engine';
import type { ListsView, QueuePage } from '../../src/applications/desk.dto.js';
import type { SavedViewList } from '../../src/applications/views/saved-view.dto.js';
import { PublishProcedure } from '../../src/procedures/publish-procedure.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('a list that is saved', () => {
  let test: TestApp;
  let sato: Visitor;
  let suzuki: Visitor;
  let yamamoto: Visitor;
  beforeAll(async () => {
    test = await startTestApp();
    [sato, suzuki, yamamoto] = [
      await test.official('sato'),
      await test.official('suzuki'),
      await test.official('yamamoto'),
    ];
  });
  afterAll(() => test.stop());

  const listsOf = async (person: Visitor, procedureId = 'jitan-9') =>
    (await person.get<ListsView>('/api/desk/lists')).body.procedures.find(
      (one) => one.procedureId === procedureId,
    )?.saved;
  const ownOf = async (person: Visitor) => (await person.get<SavedViewList>('/api/desk/views')).body.views;
  const titles = (list: readonly { readonly title: string }[] = []) => list.map(({ title }) => title);

  it('as part of the procedure is everybody’s who works on it, in its order and with its columns', async () => {
    const applicant = await test.applicant();
    for (const [store, validTo] of [
      ['期限が遠い店', '2032-01-31'],
      ['期限が近い店', '2030-02-28'],
      ['期限が中ほどの店', '2031-05-31'],
    ] as const) {
      const { id, revision, answers } = await fillJitanDraft(applicant, store);
      const permit = { ...answers['permit'], valid_to: validTo };
      await applicant.post(`/api/drafts/${id}/submit`, { revision, answers: { ...answers, permit } });
    }
    for (const person of [sato, suzuki, yamamoto])
      expect(titles(await listsOf(person))).toEqual(['額の大きい順', '許可の期限が近い順']);
    expect(await listsOf(await test.official('watanabe'))).toBeUndefined();

    const [, byPermit] = (await listsOf(sato)) ?? [];
    expect(byPermit).toMatchObject({ queue: 'stage:jitan-9:first_review', sort: 'field:permit.valid_to:up' });
    const { body } = await sato.get<QueuePage>(
      `/api/desk/applications?queue=${byPermit?.queue ?? ''}&sort=${byPermit?.sort ?? ''}&columns=${byPermit?.columns.join(',') ?? ''}`,
    );
    expect(body.rows.map(({ subject, values }) => [subject, Object.keys(values ?? {})])).toEqual([
      ['期限が近い店', ['permit.no', 'permit.valid_to']],
      ['期限が中ほどの店', ['permit.no', 'permit.valid_to']],
      ['期限が遠い店', ['permit.no', 'permit.valid_to']],
    ]);
  });

  it('for oneself is nobody else’s: not shown, not taken away, not written over', async () => {
    const place = { queue: 'mine', sort: 'newest', only: ['overdue'] };
    const save = (person: Visitor, title: string, at: object) =>
      person.post<SavedViewList & { code: string }>('/api/desk/views', { title, place: at });
    expect((await save(sato, '朝いちばん', place)).status).toBe(201);
    const [own] = await ownOf(sato);
    expect(own).toMatchObject({ title: '朝いちばん', place });

    expect(await ownOf(suzuki)).toEqual([]);
    const removed = await suzuki.delete<{ code: string }>(`/api/desk/views/${own?.id ?? ''}`);
    expect([removed.status, removed.body.code]).toEqual([404, 'not-found']);
    // The same name is another list where another official saves it.
    await save(suzuki, '朝いちばん', { ...place, queue: 'team' });
    expect((await ownOf(sato))[0]).toMatchObject({ id: own?.id, place: { queue: 'mine' } });

    await save(sato, '朝いちばん', { ...place, queue: 'overdue' });
    expect(await ownOf(sato)).toMatchObject([{ title: '朝いちばん', place: { queue: 'overdue' } }]);
    const unknown = await save(sato, 'ない一覧', { ...place, queue: 'nothing' });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'request-invalid']);
    await sato.delete(`/api/desk/views/${own?.id ?? ''}`);
    expect(await ownOf(sato)).toEqual([]);
    expect(titles(await ownOf(suzuki))).toEqual(['朝いちばん']);
  });

  it('shows each official no more than the matrix does', async () => {
    const [stored] = await test.dataSource.query<{ files: ProcedureFiles }[]>(
      `select files from procedure_version where procedure_id = 'jitan-9'`,
    );
    const files = stored?.files ?? {};
    const workflow = JSON.parse(files['workflow.json'] ?? '{}') as { access: object[] };
    const hidden = { fields: ['permit.valid_to', 'store.category'], roles: ['director'], see: 'hidden' };
    const access = [hidden, ...workflow.access];
    const published = await test.app
      .get(PublishProcedure, { strict: false })
      .run({ ...files, 'workflow.json': JSON.stringify({ ...workflow, access }) });
    expect(published).toMatchObject({ ok: true });
    expect(await listsOf(yamamoto)).toMatchObject([
      { title: '額の大きい順', columns: ['sales.payable', 'sales.method_used'] },
    ]);
    expect(titles(await listsOf(sato))).toEqual(['額の大きい順', '許可の期限が近い順']);
    const asked = await yamamoto.get(
      '/api/desk/applications?queue=stage:jitan-9:first_review&columns=permit.valid_to',
    );
    expect(asked.status).toBe(422);
  });
});
