import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProcedureFiles } from '#engine';
import type { BuilderDraft, DraftBegun, DraftChanged } from '../../src/builder/draft.dto.js';
import type { BuilderProcedures } from '../../src/builder/procedure-list.dto.js';
import type { DraftView } from '../../src/drafts/draft.dto.js';
import type { ProcedureView } from '../../src/procedures/procedure.dto.js';
import { PublishFolders } from '../../src/procedures/publish-folders.js';
import { readFolder } from '../../src/procedures/read-folder.js';
import { writeFolder } from '../../src/procedures/write-folder.js';
import type { FormPreviewView } from '../../src/publishing/form-preview.dto.js';
import type {
  Comparison,
  ImpactView,
  LinkList,
  MadeLink,
  ProcedureVersions,
  PublicationList,
  PublicationView,
} from '../../src/publishing/publishing.dto.js';
import { RunPublications } from '../../src/publishing/run-publications.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('publishing a draft', () => {
  let test: TestApp;
  let aoki: Visitor;
  let hayashi: Visitor;
  let yamamoto: Visitor;
  let applicant: Visitor;
  let draftId: string;
  let folders: string;
  beforeAll(async () => {
    folders = mkdtempSync(join(tmpdir(), 'tetsuzuki-procedures-'));
    const ships = 'src/builder/starting-points/notification';
    await writeFolder(join(folders, 'event-notification'), {}, await readFolder(ships));
    test = await startTestApp({ PROCEDURES_DIR: folders });
    await test.dataSource.query(
      `insert into staff_role (staff_id, procedure_id, role)
       select id, '*', r.role from staff, (values ('publisher'), ('author')) as r(role) where login = 'yamamoto'`,
    );
    aoki = await test.official('aoki');
    hayashi = await test.official('hayashi');
    yamamoto = await test.official('yamamoto');
    applicant = await test.applicant();
    const begun = await aoki.post<DraftBegun>('/api/builder/drafts', {
      from: { kind: 'template', name: 'grant' },
      id: 'camera',
      title: '防犯カメラの補助金',
    });
    draftId = begun.body.draftId;
  });
  afterAll(async () => {
    await test.stop();
    rmSync(folders, { recursive: true, force: true });
  });

  const draft = async () => (await aoki.get<BuilderDraft>(`/api/builder/drafts/${draftId}`)).body;
  const edit = async (
    changes: Record<string, (text: string) => string>,
    by = aoki,
  ): Promise<DraftChanged> => {
    const { revision, files } = await draft();
    const texts = Object.entries(changes).map(([path, change]) => [path, change(files[path] ?? '')]);
    const { body } = await by.post<DraftChanged>(`/api/builder/drafts/${draftId}/changes`, {
      revision,
      changes: Object.fromEntries(texts) as object,
    });
    return body;
  };
  const retitle = (title: string, by = aoki) =>
    edit({ 'procedure.json': (text) => text.replace(/"title": "[^"]*"/, `"title": "${title}"`) }, by);
  const ask = async (more: object = {}, by = aoki) =>
    by.post<PublicationView>(`/api/builder/drafts/${draftId}/publications`, {
      revision: (await draft()).revision,
      note: '表題を直しました。',
      startsAt: null,
      choices: [],
      ...more,
    });
  const approve = ({ id, hash }: PublicationView, by = hayashi) =>
    by.post<PublicationView>(`/api/builder/publications/${id}/approve`, { hash });
  const withdraw = (id: string, by = aoki) =>
    by.post<PublicationView>(`/api/builder/publications/${id}/withdraw`, { reason: '見直します' });
  const shown = async () => (await test.visitor().get<ProcedureView>('/api/procedures/camera')).body;
  const versions = async () =>
    (await aoki.get<ProcedureVersions>('/api/builder/procedures/camera/versions')).body;
  const keepOpen = () =>
    test.dataSource.query(
      `update procedure set opens_at = now() - interval '1 day', closes_at = now() + interval '9 days' where id = 'camera'`,
    );

  it('puts it in force once a second person has agreed to that very content, and nobody alone', async () => {
    const { body: first, status } = await ask();
    expect(status).toBe(201);
    expect(first).toMatchObject({ state: 'asked', needed: 1, askedBy: '青木 さくら', mayApprove: false });
    expect(first.comparison).toMatchObject({ inForce: null, problems: [] });
    expect((await ask()).status).toBe(409);
    expect((await approve(first, aoki)).status).toBe(403);
    const other = await hayashi.post(`/api/builder/publications/${first.id}/approve`, {
      hash: '0'.repeat(64),
    });
    expect(other).toMatchObject({ status: 409, body: { code: 'publication-void' } });
    const { body: agreed } = await approve(first);
    expect(agreed).toMatchObject({ state: 'published', approvals: [{ name: '林 隆' }] });
    expect((await shown()).title).toBe('防犯カメラの補助金');
    expect((await approve(first)).body).toMatchObject({ code: 'publication-ended' });
    const { body: list } = await aoki.get<BuilderProcedures>('/api/builder/procedures');
    expect(list.procedures.find(({ id }) => id === 'camera')).toMatchObject({
      published: { number: 1 },
      mayWrite: true,
    });
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'nothing-to-publish' } });
    expect((await draft()).base?.number).toBe(1);
  });

  it('says beforehand what changes, for which applicants of the examples, and for whom who has begun', async () => {
    await keepOpen();
    const begun = await applicant.post<DraftView>('/api/drafts', { procedureId: 'camera' });
    await applicant.put(`/api/drafts/${begun.body.id}`, {
      revision: 0,
      answers: { plan: { kind: 'new', place: '公園', cost: 330000, has_other: false } },
    });
    await edit({
      'form.schema.json': (text) => text.replace('"maxLength": 200', '"maxLength": 1'),
      'tables/rates.csv': (text) => text.replace('0.75', '0.8'),
    });
    const { body: comparison } = await aoki.get<Comparison>(`/api/builder/drafts/${draftId}/comparison`);
    expect(comparison.changes.map(({ impact }) => impact)).toContain('changes-result');
    // An example says what must come out: it no longer does.
    expect(comparison.problems.length).toBeGreaterThan(0);
    expect(comparison.results.flatMap(({ changes }) => changes.map(({ text }) => text)).join('\n')).toMatch(
      /「補助の額（円）」が .* から .* に変わります/,
    );
    const english = await aoki.get<Comparison>(`/api/builder/drafts/${draftId}/comparison`, {
      'accept-language': 'en',
    });
    expect(english.body.changes.map(({ text }) => text).join('')).not.toMatch(/変わり|なりました/);
    const { body: impact } = await aoki.get<ImpactView>(`/api/builder/drafts/${draftId}/impact`);
    expect([impact.total, impact.tried]).toEqual([1, 1]);
    expect(impact.sentences[0]).toMatch(/^下書き1件/);
    expect(impact.causes.map(({ when }) => when)).toContain('result-changed');
    expect(await ask()).toMatchObject({ status: 422, body: { code: 'draft-has-problems' } });
    await aoki.post(`/api/builder/drafts/${draftId}/restore`, { revision: 1 });
  });

  it('takes the author’s choice for drafts along with the version', async () => {
    await edit({
      'form.schema.json': (text) =>
        text.replace('"title": "付ける場所",', '"title": "付ける場所（町名から）",'),
    });
    const { body } = await ask({ choices: [{ when: 'unaffected', field: null, do: 'pin' }] });
    await approve(body);
    expect(await versions()).toMatchObject({ versions: [{ number: 2, inForce: true }, { number: 1 }] });
    const [stored] = await test.dataSource.query<{ files: ProcedureFiles }[]>(
      `select files from procedure_version where procedure_id = 'camera' and number = 2`,
    );
    const plan = JSON.parse(stored?.files['migrations/2.json'] ?? '{}') as { rules: object[] };
    expect(plan.rules[0]).toEqual({ when: 'unaffected', of: 'drafts', do: 'pin' });
    const changes = await aoki.get<{ changes: { text: string }[] }>(
      `/api/builder/procedures/camera/versions/${(await versions()).versions[0]?.hash}/changes`,
    );
    expect(changes.body.changes).toHaveLength(1);
  });

  it('counts no agreement to what has been changed since', async () => {
    await retitle('題その一');
    const { body: asked } = await ask();
    const changed = await retitle('題その二', yamamoto);
    expect(changed.voided).toBe(true);
    expect(await approve(asked)).toMatchObject({ status: 409, body: { code: 'publication-void' } });
    // Whoever changed it last agrees to it no more than whoever asks.
    const { body: again } = await ask();
    expect(await approve(again, yamamoto)).toMatchObject({ status: 403, body: { code: 'approve-own-work' } });
    await hayashi.post(`/api/builder/publications/${again.id}/decline`, { reason: '題が長い' });
    const { body: list } = await aoki.get<PublicationList>(`/api/builder/drafts/${draftId}/publications`);
    expect(list.publications[0]).toMatchObject({ state: 'declined', reason: '題が長い', endedBy: '林 隆' });
  });

  it('waits for as many as are needed, and two at the same moment publish it once', async () => {
    const { body: asked } = await ask();
    await test.dataSource.query(
      'update publication_request set needed = 2, written_by = asked_by where id = $1',
      [asked.id],
    );
    const before = (await versions()).releases.length;
    expect((await approve(asked)).body).toMatchObject({ state: 'asked', mayApprove: false });
    const answers = await Promise.all([approve(asked, yamamoto), approve(asked, yamamoto)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await approve(asked)).status).toBe(409);
    expect((await versions()).releases).toHaveLength(before + 1);
    expect((await shown()).title).toBe('題その二');
  });

  it('waits for its day, takes place once however many look, and can be taken back before', async () => {
    await retitle('題その三');
    const past = await ask({ startsAt: '2020-01-01T00:00:00+09:00' });
    expect(past).toMatchObject({ status: 422, body: { code: 'plan-in-the-past' } });
    const startsAt = new Date(Date.now() + 3_600_000).toISOString();
    const { body: taken } = await ask({ startsAt });
    expect((await approve(taken)).body).toMatchObject({ state: 'planned', startsAt });
    expect((await withdraw(taken.id)).body).toMatchObject({ state: 'withdrawn', endedBy: '青木 さくら' });
    const { body: planned } = await ask({ startsAt });
    await approve(planned);
    const runner = test.app.get(RunPublications);
    await runner.run();
    expect((await shown()).title).toBe('題その二');
    await test.dataSource.query(`update publication_request set starts_at = now() where id = $1`, [
      planned.id,
    ]);
    const before = (await versions()).releases.length;
    await Promise.all([runner.run(), runner.run(), withdraw(planned.id).then(() => undefined)]);
    const after = await aoki.get<PublicationView>(`/api/builder/publications/${planned.id}`);
    if (after.body.state === 'withdrawn') expect((await versions()).releases).toHaveLength(before);
    else expect((await versions()).releases).toHaveLength(before + 1);
    expect(['withdrawn', 'published']).toContain(after.body.state);
  });

  it('undoes nobody’s version unseen: when another has come into force since, it has to be asked again', async () => {
    await retitle('題その四');
    const startsAt = new Date(Date.now() + 3_600_000).toISOString();
    const { body: planned } = await ask({ startsAt });
    await approve(planned);
    const { versions: all } = await versions();
    const target = all.find(({ inForce }) => !inForce);
    const back = await hayashi.post<ProcedureVersions>('/api/builder/procedures/camera/roll-back', {
      hash: target?.hash,
      reason: '額の計算に誤りがあったため',
    });
    expect(back.body.versions.find(({ inForce }) => inForce)?.number).toBe(target?.number);
    expect(back.body.releases[0]).toMatchObject({ kind: 'roll-back', name: '林 隆', number: target?.number });
    await test.dataSource.query(`update publication_request set starts_at = now() where id = $1`, [
      planned.id,
    ]);
    await test.app.get(RunPublications).run();
    const { body } = await aoki.get<PublicationView>(`/api/builder/publications/${planned.id}`);
    expect([body.state, body.reason]).toEqual(['failed', 'base-moved']);
    const again = await hayashi.post('/api/builder/procedures/camera/roll-back', {
      hash: target?.hash,
      reason: 'もう一度',
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'already-in-force' } });
  });

  it('stays when the server starts again with the folder as it was', async () => {
    const publish = async (): Promise<void> => void (await test.app.get(PublishFolders).run());
    const begun = await aoki.post<DraftBegun>('/api/builder/drafts', {
      from: { kind: 'procedure', id: 'event-notification' },
    });
    const id = begun.body.draftId;
    const { body: held } = await aoki.get<BuilderDraft>(`/api/builder/drafts/${id}`);
    await aoki.post(`/api/builder/drafts/${id}/changes`, {
      revision: 1,
      changes: {
        'procedure.json': (held.files['procedure.json'] ?? '').replace(/"hours": "/, '"hours": "平日のみ '),
      },
    });
    const { body: asked } = await aoki.post<PublicationView>(`/api/builder/drafts/${id}/publications`, {
      revision: 2,
      note: '受付時間',
      startsAt: null,
      choices: [],
    });
    expect((await approve(asked)).body.state).toBe('published');
    await publish();
    const { body } = await test.visitor().get<ProcedureView>('/api/procedures/event-notification');
    expect(body.contact.hours).toMatch(/^平日のみ/);
  });

  it('is paused with words for applicants, who lose nothing, and opened again', async () => {
    await keepOpen();
    const { body: mine } = await applicant.post<DraftView>('/api/drafts', { procedureId: 'camera' });
    const text = { ja: '額の計算を確かめているため、受付を止めています。', en: 'We are checking an amount.' };
    expect((await aoki.post('/api/builder/procedures/camera/pause', text)).status).toBe(403);
    const { body: paused } = await hayashi.post<ProcedureVersions>(
      '/api/builder/procedures/camera/pause',
      text,
    );
    expect(paused.paused).toMatchObject(text);
    expect((await shown()).paused).toEqual(text);
    expect(await hayashi.post('/api/builder/procedures/camera/pause', text)).toMatchObject({ status: 409 });
    const { body: kept } = await applicant.get<DraftView>(`/api/drafts/${mine.id}`);
    const saved = await applicant.put(`/api/drafts/${mine.id}`, {
      revision: kept.revision,
      answers: kept.answers,
    });
    expect(saved.status).toBe(200);
    const submitted = await applicant.post(`/api/drafts/${mine.id}/submit`, { revision: kept.revision + 1 });
    expect(submitted).toMatchObject({ status: 409, body: { code: 'acceptance-paused', detail: text } });
    const stranger = await test.applicant('kitano@example.jp');
    expect(await stranger.post('/api/drafts', { procedureId: 'camera' })).toMatchObject({
      status: 409,
      body: { code: 'acceptance-paused' },
    });
    await hayashi.post('/api/builder/procedures/camera/reopen');
    expect((await stranger.post('/api/drafts', { procedureId: 'camera' })).status).toBe(201);
  });

  it('is shown by a link beforehand to whoever has it, until it is ended', async () => {
    const { body: link } = await aoki.post<MadeLink>(`/api/builder/drafts/${draftId}/links`, { days: 7 });
    const token = link.address.split('/preview/')[1] ?? '';
    const [stored] = await test.dataSource.query<{ row: string }[]>(
      'select f::text as row from form_preview f',
    );
    expect(stored?.row).not.toContain(token);
    const open = () => test.visitor().post<FormPreviewView>('/api/form-previews', { token });
    const { status, body } = await open();
    expect([status, body.bundle.title]).toEqual([200, '題その四']);
    expect(body.words['新しく付ける']).toBeTruthy();
    const { body: list } = await aoki.get<LinkList>(`/api/builder/drafts/${draftId}/links`);
    expect(list.links.map(({ id }) => id)).toEqual([link.id]);
    await aoki.delete(`/api/builder/links/${link.id}`);
    expect((await open()).status).toBe(404);
    expect((await test.visitor().post('/api/form-previews', { token: 'x'.repeat(43) })).status).toBe(404);
  });

  it('is all on record', async () => {
    const rows = await test.dataSource.query<{ action: string }[]>(
      `select distinct body::jsonb ->> 'action' as action from audit_event where body::jsonb ->> 'action' ~ '^(pro|pub|form)'
       order by 1`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'form-preview.make',
      'form-preview.revoke',
      'procedure-draft.begin',
      'procedure-draft.change',
      'procedure-draft.restore',
      'procedure.pause',
      'procedure.publish',
      'procedure.reopen',
      'procedure.roll-back',
      'publication.approve',
      'publication.ask',
      'publication.decline',
      'publication.withdraw',
    ]);
  });
});
