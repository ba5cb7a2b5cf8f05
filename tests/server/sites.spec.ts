import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DraftView, Receipt } from '../../src/drafts/draft.dto.js';
import type { ProblemDetails } from '../../src/http/problem.dto.js';
import type { SavedSiteView, SiteList } from '../../src/sites/site.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('saved sites', () => {
  let test: TestApp;
  let owner: Visitor;
  beforeAll(async () => {
    test = await startTestApp();
    owner = await test.applicant('naniwa@example.jp');
  });
  afterAll(() => test.stop());

  const list = async (person = owner): Promise<SiteList> =>
    (await person.get<SiteList>('/api/saved-sites')).body;
  const names = async (): Promise<string[]> => (await list()).sites.map(({ name }) => name);
  const add = async (data: Record<string, string>): Promise<SavedSiteView> =>
    (await owner.post<SavedSiteView>('/api/saved-sites', { data })).body;

  it('are asked for in the words of the procedures that read them, the name first', async () => {
    const { questions } = await list();
    expect(questions.map(({ name }) => name)).toEqual([
      'name',
      'kana',
      'postal',
      'city',
      'address',
      'building',
      'tel',
    ]);
    expect(questions.filter(({ required }) => required).map(({ name }) => name)).toEqual(['name']);
    const city = questions.find(({ name }) => name === 'city');
    expect(city?.options).toContainEqual({ value: '271004', title: '大阪市' });
    const english = (await owner.get<SiteList>('/api/saved-sites', { 'accept-language': 'en' })).body;
    expect(english.questions.find(({ name }) => name === 'postal')?.title).toMatch(/^[ -~]+$/);
  });

  it('are kept with names as they are and codes in their usual form', async () => {
    const site = await add({
      name: '酒場 髙島屋前',
      kana: 'さかば',
      postal: '〒542-0076',
      tel: '０６－６９４１－０３５１',
    });
    expect(site.data).toEqual({
      name: '酒場 髙島屋前',
      kana: 'サカバ',
      postal: '5420076',
      tel: '0669410351',
    });
  });

  it('are refused with every problem at once, in both languages', async () => {
    const { status, body } = await owner.post<ProblemDetails>('/api/saved-sites', {
      data: { name: ' ', postal: '12', city: '999999', unasked: 'x' },
    });
    expect(status).toBe(422);
    expect(body.problems?.map(({ path, code }) => [path, code])).toEqual([
      ['/name', 'required'],
      ['/postal', 'wrong-format'],
      ['/city', 'unknown-choice'],
    ]);
    expect(body.problems?.[0]?.text.ja).toBe('店名（屋号）を入力してください。');
    expect(body.problems?.[0]?.text.en).toMatch(/^[\x20-\x7e“”]+$/);
  });

  it('keep what a form has told beside what is asked here', async () => {
    const site = await add({ name: '変わる店', tel: '0612345678' });
    await test.dataSource.query(`update site set data = data || '{"seats": 24}' where id = $1`, [site.id]);
    const { body } = await owner.put<SavedSiteView>(`/api/saved-sites/${site.id}`, {
      data: { name: '変わった店' },
    });
    expect(body.data).toEqual({ name: '変わった店', seats: 24 });
  });

  it('fill the draft that is started for one of them, which is then the one last used', async () => {
    const { sites } = await list();
    const sakai = sites.find(({ name }) => name === 'なにわ酒場 堺東店');
    const { body: draft } = await owner.post<DraftView>('/api/drafts', {
      procedureId: 'jitan-9',
      siteId: sakai?.id,
    });
    expect(draft.siteId).toBe(sakai?.id);
    expect(draft.answers['store']).toMatchObject({ name: 'なにわ酒場 堺東店', building: '堺東ビル 2階' });
    expect(draft.prefilled['store.name']).toBe('site.name');
    expect((await names())[0]).toBe('なにわ酒場 堺東店');
  });

  it('fill nothing in a draft for a new one', async () => {
    const { body: draft } = await owner.post<DraftView>('/api/drafts', {
      procedureId: 'jitan-9',
      siteId: null,
    });
    expect([draft.siteId, draft.answers['store']]).toEqual([null, undefined]);
  });

  it('are no use to anybody else', async () => {
    const [site] = (await list()).sites;
    const other = await test.applicant('kitano@example.jp');
    const begun = await other.post('/api/drafts', { procedureId: 'jitan-9', siteId: site?.id });
    expect(begun.status).toBe(404);
    expect((await list(other)).sites.map(({ name }) => name)).toEqual(['喫茶キタノ']);
  });

  it('are learnt from what is submitted, if the applicant wishes', async () => {
    const wished = await fillJitanDraft(owner, '台帳に載る店', { siteId: null });
    const not = await fillJitanDraft(owner, '台帳に載らない店', { siteId: null });
    await owner.post(`/api/drafts/${wished.id}/submit`, { revision: wished.revision, saveSite: true });
    await owner.post(`/api/drafts/${not.id}/submit`, { revision: not.revision });
    expect(await names()).toContain('台帳に載る店');
    expect(await names()).not.toContain('台帳に載らない店');
    const again = await owner.post(`/api/drafts/${wished.id}/submit`, {
      revision: wished.revision,
      saveSite: true,
    });
    expect(again.status).toBe(200);
    expect((await names()).filter((name) => name === '台帳に載る店')).toHaveLength(1);
  });

  it('stay with the application when they are taken off the list, by their name alone', async () => {
    const unused = await add({ name: '使わない店' });
    const used = await add({ name: '使った店', tel: '0612345678' });
    const draft = await fillJitanDraft(owner, '使った店', { siteId: used.id });
    const { body: receipt } = await owner.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
      revision: draft.revision,
    });
    for (const { id } of [unused, used])
      expect((await owner.delete(`/api/saved-sites/${id}`)).status).toBe(204);
    expect((await names()).filter((name) => name.startsWith('使'))).toEqual([]);
    const rows = await test.dataSource.query<object[]>(
      `select s.name, s.data, a.id as application from site s left join application a on a.site_id = s.id
       where s.id = any($1)`,
      [[unused.id, used.id]],
    );
    expect(rows).toEqual([{ name: '使った店', data: {}, application: receipt.applicationId }]);
    expect((await owner.put(`/api/saved-sites/${used.id}`, { data: { name: '戻す' } })).status).toBe(404);
  });

  it('come along with the former application that a draft begins with, but for what is asked anew', async () => {
    const [site] = (await list()).sites;
    const before = await fillJitanDraft(owner, '二度目の店', { siteId: site?.id ?? null });
    const { body: receipt } = await owner.post<Receipt>(`/api/drafts/${before.id}/submit`, {
      revision: before.revision,
    });
    const begin = { procedureId: 'jitan-9', fromApplicationId: receipt.applicationId, another: true };
    const { body: draft } = await owner.post<DraftView>('/api/drafts', begin);
    expect(draft.copiedFrom).toEqual({ number: receipt.number, submittedAt: receipt.submittedAt });
    expect(draft.siteId).toBe(site?.id);
    expect(draft.answers['store']).toMatchObject({ name: '二度目の店' });
    expect(draft.prefilled['store.name']).toBe('previous.store.name');
    expect([draft.answers['pledges'], draft.answers['compliance']]).not.toContainEqual(
      expect.objectContaining({ truthful: true }),
    );
    const sales = draft.answers['sales'] as Record<string, unknown> | undefined;
    expect(sales?.['current_rows']).toBeUndefined();
    expect(new Set(draft.attachments.map(({ field }) => field))).toEqual(
      new Set(
        ['documents.passbook', 'documents.permit_copy', 'documents.id_doc'].filter((field) =>
          receipt.attachments.some((file) => file.field === field),
        ),
      ),
    );
    expect(draft.attachments.every(({ reusedFrom }) => reusedFrom === receipt.number)).toBe(true);
    const documents = Object.values(draft.answers['documents'] as Record<string, string[]>).flat();
    expect(documents.sort()).toEqual(draft.attachments.map(({ id }) => id).sort());
    const other = await test.applicant('kitano@example.jp');
    expect((await other.post('/api/drafts', begin)).status).toBe(404);
  });
});
