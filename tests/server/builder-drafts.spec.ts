import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProcedureFiles } from '#engine';
import type {
  BuilderDraft,
  DraftBegun,
  DraftChanged,
  DraftHistory,
  DraftSince,
  MailPreview,
} from '../../src/builder/draft.dto.js';
import type { BuilderProcedures } from '../../src/builder/procedure-list.dto.js';
import { readZip } from '../../src/builder/zip-folder.js';
import { zipOf } from '../../src/exports/tables/zip-of.js';
import { checkFiles } from '../../src/procedures/check-folder.js';
import { generateTypes, TYPES_FILE } from '../../src/procedures/generate-types.js';
import type { FormBundle } from '../../src/procedures/procedure.dto.js';
import { runAt } from '../support/command-line.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('drafts of procedures', () => {
  let test: TestApp;
  let aoki: Visitor;
  let ishii: Visitor;
  let hayashi: Visitor;
  let published: ProcedureFiles;
  beforeAll(async () => {
    test = await startTestApp();
    aoki = await test.official('aoki');
    ishii = await test.official('ishii');
    hayashi = await test.official('hayashi');
    const [row] = await test.dataSource.query<{ files: ProcedureFiles }[]>(
      `select files from procedure_version where procedure_id = 'jitan-9'`,
    );
    published = row?.files ?? {};
  });
  afterAll(() => test.stop());

  const begin = async (person: Visitor, body: object): Promise<string> =>
    (await person.post<DraftBegun>('/api/builder/drafts', body)).body.draftId;
  const open = async (person: Visitor, id: string) =>
    (await person.get<BuilderDraft>(`/api/builder/drafts/${id}`)).body;
  const change = (person: Visitor, id: string, body: object) =>
    person.post<DraftChanged & { code?: string; params?: Record<string, unknown> }>(
      `/api/builder/drafts/${id}/changes`,
      body,
    );
  const info = (files: ProcedureFiles, more: object): string =>
    `${JSON.stringify({ ...(JSON.parse(files['procedure.json'] ?? '{}') as object), ...more }, null, 2)}\n`;
  const small = () =>
    begin(aoki, { from: { kind: 'template', name: 'grant' }, id: `g${serial++}`, title: '補助金' });
  let serial = 1;

  it('of a version in force are the same folder, byte for byte, in and out', async () => {
    const id = await begin(aoki, { from: { kind: 'procedure', id: 'jitan-9' } });
    const draft = await open(aoki, id);
    expect(draft.files).toEqual(published);
    expect(draft).toMatchObject({ procedureId: 'jitan-9', revision: 1, mayWrite: true, others: [] });
    expect(draft.base?.number).toBe(1);
    const zip = await aoki.get(`/api/builder/drafts/${id}/folder.zip`);
    expect(await readZip(zip.bytes)).toEqual({ ok: true, files: published });
    const brought = await aoki.upload<DraftBegun>('/api/builder/drafts/from-zip', 'jitan-9.zip', zip.bytes);
    expect(brought.status).toBe(201);
    expect((await open(aoki, brought.body.draftId)).files).toEqual(published);
    const ofPublished = await aoki.get('/api/builder/procedures/jitan-9/folder.zip');
    expect(await readZip(ofPublished.bytes)).toEqual({ ok: true, files: published });
  });

  it('begin from what ships without a fault, under the names that are asked for', async () => {
    const { body } = await aoki.get<BuilderProcedures>('/api/builder/procedures');
    expect(body.templates.map(({ title }) => title)).toEqual([
      '届出',
      '給付（補助金）',
      '許可',
      '現地確認',
      '抽選',
    ]);
    for (const { name } of body.templates.slice(0, 2)) {
      const id = await begin(aoki, {
        from: { kind: 'template', name },
        id: `from-${name}`,
        title: '自転車の届出',
      });
      const { files, procedureId, title } = await open(aoki, id);
      expect([procedureId, title]).toEqual([`from-${name}`, '自転車の届出']);
      const { problems } = await checkFiles({ ...files, [TYPES_FILE]: await generateTypes(files) });
      expect(problems).toEqual([]);
    }
    const circuit = await begin(aoki, {
      from: { kind: 'template', name: 'lottery' },
      id: 'draw',
      title: '抽選',
    });
    expect(Object.keys((await open(aoki, circuit)).files)).toContain('workflow.json');
  });

  it('that are blank have problems with names, and nothing that cannot be read', async () => {
    const id = await begin(aoki, { from: { kind: 'blank' }, id: 'bicycle', title: '自転車置き場' });
    const { files } = await open(aoki, id);
    const report = await checkFiles(files);
    expect(report.problems.map(({ code }) => code)).not.toContain('not-valid');
    // What the office knows is written already: whose it is, and a head of numbers that nobody has.
    expect(JSON.parse(files['procedure.json'] ?? '{}')).toMatchObject({
      department: '商工労働部 経営支援課',
      contact: { name: '経営支援課', phone: '' },
      numbering: { prefix: expect.stringMatching(/^\d{4}$/), documentSymbol: '' },
    });
    const { body } = await aoki.get<BuilderProcedures>('/api/builder/procedures');
    const listed = body.procedures.find((one) => one.id === 'bicycle');
    expect(listed).toMatchObject({ title: '自転車置き場', published: null, mayWrite: true });
    expect(listed?.drafts[0]?.problems).toBeGreaterThan(0);
  });

  it('keep every change with what was there before, and go back to any of them', async () => {
    const id = await small();
    const { files } = await open(aoki, id);
    const first = await change(aoki, id, {
      revision: 1,
      changes: { 'procedure.json': info(files, { summary: '一つ目' }) },
      words: '要約を変更',
    });
    expect(first.body).toEqual({ revision: 2, files: {}, voided: false });
    await change(aoki, id, {
      revision: 2,
      changes: { 'tables/rates.csv': null, 'tables/new.csv': 'a\n1\n' },
    });
    const { body: history } = await aoki.get<DraftHistory>(`/api/builder/drafts/${id}/history`);
    expect(history.changes.map(({ revision, kind, words, name }) => [revision, kind, words, name])).toEqual([
      [3, 'edit', null, '青木 さくら'],
      [2, 'edit', '要約を変更', '青木 さくら'],
      [1, 'begin', null, '青木 さくら'],
    ]);
    expect(history.changes[0]?.files).toEqual(['tables/new.csv', 'tables/rates.csv']);
    const { body: restored } = await aoki.post<DraftChanged>(`/api/builder/drafts/${id}/restore`, {
      revision: 1,
    });
    expect(restored.revision).toBe(4);
    expect((await open(aoki, id)).files).toEqual(files);
    await aoki.post(`/api/builder/drafts/${id}/restore`, { revision: 3 });
    expect((await open(aoki, id)).files['tables/new.csv']).toBe('a\n1\n');
    expect((await aoki.post(`/api/builder/drafts/${id}/restore`, { revision: 5 })).status).toBe(422);
  });

  it('take two authors’ changes one on top of the other, and overwrite nothing silently', async () => {
    const id = await small();
    const { files } = await open(aoki, id);
    const nakai = await test.official('aoki');
    await change(aoki, id, {
      revision: 1,
      changes: { 'procedure.json': info(files, { summary: '青木の要約' }) },
    });
    // Another file: it goes in beside it.
    const beside = await change(nakai, id, { revision: 1, changes: { 'tables/rates.csv': 'kind\n' } });
    expect(beside.body.revision).toBe(3);
    expect(Object.keys(beside.body.files)).toEqual(['procedure.json']);
    // The same file, by an operation: it is done again on top.
    const again = await change(nakai, id, {
      revision: 1,
      changes: { 'procedure.json': info(files, { fee: '300円' }) },
      operations: [{ kind: 'set-info', keyword: 'fee', value: '300円' }],
    });
    expect(again.status).toBe(200);
    const now = JSON.parse((await open(aoki, id)).files['procedure.json'] ?? '') as object;
    expect(now).toMatchObject({ summary: '青木の要約', fee: '300円' });
    // The same file as a text alone: refused, with who and what, and nothing is lost on either side.
    const refused = await change(nakai, id, {
      revision: 1,
      changes: { 'procedure.json': info(files, { summary: '別の要約' }) },
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'draft-changed']);
    expect(refused.body.params).toMatchObject({ name: '青木 さくら', files: 'procedure.json', revision: 4 });
    const { body: since } = await nakai.get<DraftSince>(`/api/builder/drafts/${id}/since/1`);
    expect(since.revision).toBe(4);
    expect(Object.keys(since.files)).toEqual(['procedure.json', 'tables/rates.csv']);
    const broken = await change(nakai, id, {
      revision: 1,
      changes: { 'procedure.json': '{}' },
      operations: [{ kind: 'set-cell' }],
    });
    expect(broken.status).toBe(409);
  });

  it('lose nothing of two saves at the same moment', async () => {
    const id = await small();
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((name) =>
        change(aoki, id, { revision: 1, changes: { [`tables/${name}.csv`]: `${name}\n` } }),
      ),
    );
    expect(answers.map(({ body }) => body.revision).sort()).toEqual([2, 3, 4, 5, 6]);
    const { files } = await open(aoki, id);
    expect(['a', 'b', 'c', 'd', 'e'].every((name) => files[`tables/${name}.csv`] === `${name}\n`)).toBe(true);
  });

  it('refuse paths that lead elsewhere, too much, and revisions to come', async () => {
    const id = await small();
    for (const path of ['../x.json', 'a/b/c.csv', '/etc/x.json', 'tables/..', 'x.exe', 'tables/a.csv\u0000'])
      expect([path, (await change(aoki, id, { revision: 1, changes: { [path]: 'x' } })).status]).toEqual([
        path,
        422,
      ]);
    expect((await change(aoki, id, { revision: 9, changes: {} })).status).toBe(422);
    expect(
      (await change(aoki, id, { revision: 1, changes: { 'tables/x.csv': 'x'.repeat(1_000_001) } })).status,
    ).toBe(422);
    expect((await open(aoki, id)).revision).toBe(1);
  });

  it('show who has them open, and are nobody else’s', async () => {
    const id = await begin(ishii, {
      from: { kind: 'template', name: 'grant' },
      id: 'health-grant',
      title: '健康補助',
    });
    await ishii.post(`/api/builder/drafts/${id}/presence`, { place: 'form/plan.cost' });
    const { others, mayWrite } = await open(aoki, id);
    expect([mayWrite, others.map(({ name, place }) => [name, place])]).toEqual([
      true,
      [['石井 拓', 'form/plan.cost']],
    ]);
    // A publisher looks and changes nothing.
    expect((await open(hayashi, id)).mayWrite).toBe(false);
    expect((await change(hayashi, id, { revision: 1, changes: {} })).status).toBe(403);
    // An author of one department does not see what another one writes, nor may take its procedure over.
    const other = await small();
    expect((await ishii.get(`/api/builder/drafts/${other}`)).status).toBe(404);
    expect((await ishii.post(`/api/builder/drafts/${other}/presence`, { place: '' })).status).toBe(404);
    expect((await change(ishii, other, { revision: 1, changes: {} })).status).toBe(404);
    expect((await ishii.delete(`/api/builder/drafts/${other}`)).status).toBe(404);
    expect(
      await ishii.post('/api/builder/drafts', { from: { kind: 'procedure', id: 'jitan-9' } }),
    ).toMatchObject({ status: 409, body: { code: 'draft-id-taken' } });
    const { body } = await ishii.get<BuilderProcedures>('/api/builder/procedures');
    expect(body.procedures.flatMap(({ drafts }) => drafts.map((draft) => draft.id))).toEqual([id]);
    const copy = await begin(ishii, {
      from: { kind: 'procedure', id: 'jitan-9' },
      id: 'jitan-copy',
      title: '写し',
    });
    expect((await open(ishii, copy)).procedureId).toBe('jitan-copy');
  });

  it('are open to the author of one procedure, who sees none of its applications', async () => {
    await test.dataSource.query(
      `insert into staff_role (staff_id, procedure_id, role)
       select id, 'gold-sticker', 'builder:author' from staff where login = 'yamamoto'`,
    );
    const yamamoto = await test.official('yamamoto');
    const id = await begin(yamamoto, { from: { kind: 'procedure', id: 'gold-sticker' } });
    expect((await open(yamamoto, id)).mayWrite).toBe(true);
    expect(
      (await yamamoto.post('/api/builder/drafts', { from: { kind: 'blank' }, id: 'new-one', title: 'x' }))
        .status,
    ).toBe(403);
    const { body } = await yamamoto.get<{ subject: { roles: object; officeRoles: string[] } }>(
      '/api/session',
    );
    expect(Object.keys(body.subject.roles)).toEqual(['jitan-9']);
    expect(body.subject.officeRoles).toEqual(['procedure_author']);
  });

  it('are thrown away into a basket, and taken back', async () => {
    const id = await small();
    await aoki.delete(`/api/builder/drafts/${id}`);
    expect((await aoki.get(`/api/builder/drafts/${id}`)).status).toBe(404);
    const { body } = await aoki.get<BuilderProcedures>('/api/builder/procedures');
    expect(body.removed.map((one) => one.id)).toContain(id);
    expect((await aoki.post(`/api/builder/drafts/${id}/recover`)).status).toBe(204);
    expect((await open(aoki, id)).revision).toBe(1);
  });

  it('give their form to browsers, and their mails and notices as an applicant would get them', async () => {
    const id = await small();
    const { body: form } = await aoki.get<FormBundle>(`/api/builder/drafts/${id}/form`);
    expect(Object.keys(form.validators)).toEqual(['applicant', 'plan', 'documents', 'consent']);
    const [address = ''] = Object.values(form.validators);
    expect((await aoki.get<string>(address)).body).toContain('export default');
    const mail = await aoki.post<MailPreview>(`/api/builder/drafts/${id}/preview/mail`, {
      template: 'granted',
      example: '01-granted',
    });
    expect(mail.body.subject).toContain('補助金の交付が決まりました');
    expect(mail.body.text).toContain('247,000円');
    const notice = await aoki.post<string>(`/api/builder/drafts/${id}/preview/notice`, {
      template: 'grant-decision',
      example: '01-granted',
    });
    expect(notice.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(
      (
        await aoki.post(`/api/builder/drafts/${id}/preview/mail`, {
          template: 'nothing',
          example: '01-granted',
        })
      ).status,
    ).toBe(422);
  });

  it('travel by the command line from one installation to another', async () => {
    const place = mkdtempSync(join(tmpdir(), 'tetsuzuki-travel-'));
    const { DATABASE_URL: before } = process.env;
    process.env.DATABASE_URL = (test.dataSource.options as { url?: string }).url ?? '';
    try {
      const zip = join(place, 'gold.zip');
      expect((await runAt(place, ['export', 'gold-sticker', zip])).stdout).toMatch(
        /^gold.zip に書き出しました/,
      );
      expect((await runAt(place, ['export', 'gold-sticker', zip])).status).toBe(2);
      expect((await runAt(place, ['export', 'nothing', join(place, 'x')])).status).toBe(2);
      const brought = await runAt(place, ['import', zip, '--json']);
      const { draftId } = JSON.parse(brought.stdout) as { draftId: string };
      const [row] = await test.dataSource.query<{ files: ProcedureFiles }[]>(
        `select files from procedure_version where procedure_id = 'gold-sticker'`,
      );
      expect((await open(aoki, draftId)).files).toEqual(row?.files);
      // Its roles have their officials here; its department is not one of those that are set up.
      expect(JSON.parse(brought.stdout)).toMatchObject({
        unbound: [{ kind: 'department', title: '危機管理室 災害対策課' }],
      });
      // Another folder goes as it is, too; who does the work is said here.
      const start = join(process.cwd(), 'src', 'cli', 'new', 'start');
      expect((await runAt(place, ['import', start])).stdout).toContain(
        'この環境ではまだ決まっていないもの：役割「審査担当」、役割「決裁者」、担当課「危機管理課」。',
      );
    } finally {
      if (before === undefined) delete process.env.DATABASE_URL;
      else process.env.DATABASE_URL = before;
      rmSync(place, { recursive: true, force: true });
    }
  });

  it('are made of no ZIP that holds something else, or too much of it', async () => {
    const zipped = (entries: readonly { name: string; text: string }[]) => buffer(zipOf(entries));
    const info = { name: 'procedure.json', text: '{"id": "x", "title": "x"}' };
    const bomb = await zipped([info, { name: 'tables/a.csv', text: '0'.repeat(2_000_000) }]);
    expect(bomb.length).toBeLessThan(20_000);
    const bytes = await zipped([info, { name: 'tables/a.csv', text: 'a' }]);
    const out = Buffer.from(bytes.toString('latin1').replaceAll('tables/a.csv', '../../a.json'), 'latin1');
    for (const [content, code] of [
      [bomb, 'draft-too-large'],
      [out, 'zip-unreadable'],
      [await zipped([{ name: 'a.txt', text: '' }]), 'zip-unreadable'],
      [await zipped([info, { name: 'run.sh', text: '' }]), 'zip-unreadable'],
      [Buffer.from('PK no zip'), 'zip-unreadable'],
    ] as const) {
      const answer = await aoki.upload('/api/builder/drafts/from-zip', 'a.zip', content);
      expect([answer.status, answer.body.code]).toEqual([422, code]);
    }
  });
});
