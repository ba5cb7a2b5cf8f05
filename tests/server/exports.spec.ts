import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProcedureFiles } from '#engine';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import { ExpireExports } from '../../src/exports/expire-exports.js';
import type {
  ExportContent,
  ExportFaults,
  ExportList,
  ExportOffer,
  ExportView,
} from '../../src/exports/export.dto.js';
import { RunExports } from '../../src/exports/run-exports.js';
import { PublishProcedure } from '../../src/procedures/publish-procedure.js';
import type { ReadingList } from '../../src/readings/reading.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { readCsv, readWorkbook, readZip } from './support/tables.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';
import { wholeExport } from './support/whole-export.js';

describe('a table of applications', () => {
  let test: TestApp;
  let applicant: Visitor;
  let suzuki: Visitor;
  let receipts: Receipt[];
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
    suzuki = await test.official('suzuki');
    receipts = [];
    for (const name of ['=SUM(1)亭', '𠮷野の店', 'ふつうの店']) {
      const { id, revision } = await fillJitanDraft(applicant, name);
      receipts.push((await applicant.post<Receipt>(`/api/drafts/${id}/submit`, { revision })).body);
    }
  });
  afterAll(() => test.stop());

  const ask = (content: Partial<ExportContent>, title = '') =>
    suzuki.post<ExportView>('/api/desk/exports', { title, content: { ...wholeExport, ...content } });
  const look = async (id: string) => (await suzuki.get<ExportView>(`/api/desk/exports/${id}`)).body;
  /** What the worker process does meanwhile. */
  const make = async (content: Partial<ExportContent>, title = '') => {
    const { body } = await ask(content, title);
    await test.app.get(RunExports).run();
    const made = await look(body.id);
    return { made, bytes: await fetchFile(body.id) };
  };
  const fetchFile = async (id: string): Promise<Buffer> =>
    (await suzuki.get(`/api/desk/exports/${id}/file`)).bytes;

  it('is Excel with a sheet for each repeat, where texts are texts and numbers numbers', async () => {
    const { made, bytes } = await make({}, '月次');
    expect(made).toMatchObject({ state: 'done', total: 3, done: 3, faultCount: 0, bytes: bytes.length });
    expect(made.fileName).toMatch(/^.*協力金.*_月次_\d{8}-\d{4}\.xlsx$/);
    const { sheets, formulas } = readWorkbook(bytes);
    expect(formulas).toBe(0);
    expect([...sheets.keys()]).toEqual([
      '申請',
      '期間ごとの応じ方',
      'もとにする年の売上高',
      '今年（令和3年）の売上高',
      '列の説明',
    ]);
    const [headings = new Map(), ...lines] = sheets.get('申請') ?? [];
    const columnOf = (title: string) => [...headings].find(([, { value }]) => value === title)?.[0] ?? title;
    const cells = (title: string) => lines.map((line) => line.get(columnOf(title)));
    expect(cells('申込番号').map((cell) => cell?.value)).toEqual(receipts.map(({ number }) => number));
    expect(cells('店名（屋号）')[0]).toEqual({ type: 'text', value: '=SUM(1)亭', style: 1 });
    expect(cells('店名（屋号）')[1]?.value).toBe('𠮷野の店');
    // Kept as it is: a leading zero would go with a number.
    expect(cells('昼間に連絡できる電話番号')[0]).toMatchObject({
      type: 'text',
      value: expect.stringMatching(/^0/),
    });
    expect(cells('協力金の額')[0]).toMatchObject({ type: 'number', value: expect.stringMatching(/^\d+$/) });
    // Excel's count of days: 2030-05-31.
    expect(cells('有効期間のおわり')[0]).toEqual({ type: 'number', value: '47634', style: 2 });
    // What the official does not see at once stays masked.
    expect(cells('口座番号')[0]?.value).toBe('＊＊＊');
    expect(cells('代表者の生年月日')[0]?.value ?? '＊＊＊').toBe('＊＊＊');
    const base = sheets.get('もとにする年の売上高')?.slice(1) ?? [];
    expect(base[0]?.get('A')?.value).toBe(receipts[0]?.number);
    expect(base[0]?.get('B')).toMatchObject({ type: 'number', value: '1' });
    expect(base[0]?.get('D')?.type).toBe('number');
  });

  it('is CSV in UTF-8 with mark; formulas are neutralised, also there', async () => {
    const columns = ['$number', 'store.name', 'store.seats', 'permit.valid_to', 'sales.method'];
    const { made, bytes } = await make({ format: 'csv-utf8', columns, headings: 'keys', choices: 'codes' });
    expect(made.fileName).toMatch(/\.csv$/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [headings, first, second] = readCsv(bytes.toString('utf8').slice(1));
    expect(headings).toEqual(columns);
    expect(first?.[1]).toBe("'=SUM(1)亭");
    expect(second?.slice(0, 2)).toEqual([receipts[1]?.number, '𠮷野の店']);
    expect(first?.[3]).toBe('2030-05-31');
    expect(first?.[4]).toMatch(/^[a-z_0-9]+$/);
  });

  it('is Shift_JIS, and says which cell has a character that there is not', async () => {
    const columns = ['$number', 'store.name', 'sales.base_rows[].amount'];
    const { made, bytes } = await make({ format: 'csv-sjis', columns });
    expect(made).toMatchObject({ faultCount: 1 });
    const files = readZip(bytes);
    expect([...files.keys()]).toEqual(['applications.csv', 'sales.base_rows.csv', 'columns.csv']);
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(files.get('applications.csv'));
    expect(readCsv(text).map((line) => line[1])).toEqual([
      '店名（屋号）',
      "'=SUM(1)亭",
      '〓野の店',
      'ふつうの店',
    ]);
    const { faults } = (await suzuki.get<ExportFaults>(`/api/desk/exports/${made.id}/faults`)).body;
    expect(faults).toEqual([
      {
        number: receipts[1]?.number,
        column: 'store.name',
        columnTitle: '店名（屋号）',
        kind: 'unmappable',
        text: '𠮷',
      },
    ]);
  });

  it('keeps the columns of former versions', async () => {
    const [stored] = await test.dataSource.query<{ files: ProcedureFiles }[]>(
      `select files from procedure_version where procedure_id = 'jitan-9'`,
    );
    const files = stored?.files ?? {};
    const form = JSON.parse(files['form.schema.json'] ?? '{}') as {
      properties: { store: { properties: Record<string, object> } };
    };
    form.properties.store.properties['memo'] = { type: 'string', title: 'ひとこと', maxLength: 100 };
    const publish = test.app.get(PublishProcedure, { strict: false });
    expect(await publish.run({ ...files, 'form.schema.json': JSON.stringify(form) })).toMatchObject({
      ok: true,
    });
    await publish.run(files);
    const { columns } = (await suzuki.get<ExportOffer>('/api/desk/exports/columns/jitan-9')).body;
    expect(columns.find(({ key }) => key === 'bank.account_no')).toMatchObject({
      masked: true,
      retired: false,
    });
    expect(columns.find(({ key }) => key === 'sales.base_rows[].amount')).toMatchObject({
      sheet: 'sales.base_rows',
      sheetTitle: 'もとにする年の売上高',
    });
    expect(columns.map(({ key }) => key)).toContain('$staff.record_paid.paid_on');
    expect(columns.at(-1)).toMatchObject({ key: 'store.memo', title: 'ひとこと', retired: true });
    const { bytes } = await make({ columns: ['$number', '$version', 'store.memo'], format: 'csv-utf8' });
    expect(readCsv(bytes.toString('utf8').slice(1))[1]).toEqual([receipts[0]?.number, '1', '']);
  });

  it('is of those that fit', async () => {
    const count = async (content: Partial<ExportContent>) =>
      (
        await suzuki.post<{ count: number }>('/api/desk/exports/count', {
          content: { ...wholeExport, ...content },
        })
      ).body.count;
    expect(await count({})).toBe(3);
    expect(await count({ stages: ['first_review'] })).toBe(3);
    expect(await count({ state: 'ended' })).toBe(0);
    expect(await count({ arrivedTo: '2021-12-31' })).toBe(0);
    expect(await count({ arrivedFrom: '2021-12-31', only: ['unassigned'] })).toBe(3);
  });

  it('can be stopped, and then comes to nothing', async () => {
    const { body } = await ask({});
    await suzuki.post(`/api/desk/exports/${body.id}/cancel`);
    await test.app.get(RunExports).run();
    expect((await look(body.id)).state).toBe('cancelled');
    expect(await suzuki.get(`/api/desk/exports/${body.id}/file`)).toMatchObject({ status: 404 });
    expect(await suzuki.post(`/api/desk/exports/${body.id}/cancel`)).toMatchObject({
      status: 409,
      body: { code: 'export-ended' },
    });
    expect(await readdir(join(test.dataDir, 'exports'))).toEqual([]);
  });

  it('is taken up again where somebody was killed over it, and made once', async () => {
    const { body } = await ask({ columns: ['$number'], format: 'csv-utf8' });
    await test.dataSource.query(
      `update export set state = 'running', attempts = 1, claimed_at = clock_timestamp() - interval '3 minutes' where id = $1`,
      [body.id],
    );
    await test.app.get(RunExports).run();
    expect(await look(body.id)).toMatchObject({ state: 'done', done: 3 });
  });

  it('stands in the sealed log and in the record of each application, and marks nothing as opened', async () => {
    const { made, bytes } = await make({ columns: ['$number', 'store.name'] });
    await fetchFile(made.id);
    const events = await test.dataSource.query<{ body: string }[]>(
      `select body from audit_event where body::jsonb #>> '{subject,id}' = $1 order by id`,
      [made.id],
    );
    const told = events.map(
      ({ body }) => JSON.parse(body) as { action: string; after: string; detail: object },
    );
    expect(told.map(({ action }) => action)).toEqual([
      'export.request',
      'export.finish',
      'export.download',
      'export.download',
    ]);
    expect(told[1]).toMatchObject({
      after: createHash('sha256').update(bytes).digest('hex'),
      detail: { applications: 3, procedureId: 'jitan-9' },
    });
    const { readings } = (
      await applicant.get<ReadingList>(`/api/applications/${receipts[0]?.applicationId ?? ''}/readings`)
    ).body;
    expect(readings).toContainEqual(
      expect.objectContaining({ exported: true, department: '商工労働部 協力金審査班', people: 1 }),
    );
    const [opened] = await test.dataSource.query<{ count: number }[]>(
      'select count(*)::int as count from reading',
    );
    expect(opened?.count).toBe(0);
  });

  it('may be had by roles that the procedure says, and by whoever asked for it alone', async () => {
    const [watanabe, auditor, tanaka] = [
      await test.official('watanabe'),
      await test.official('nakamura'),
      await test.official('tanaka'),
    ];
    for (const person of [watanabe, auditor]) {
      expect((await person.get<ExportList>('/api/desk/exports')).body.procedures).toEqual([]);
      expect(await person.post('/api/desk/exports', { title: '', content: wholeExport })).toMatchObject({
        status: 404,
      });
    }
    const { made } = await make({ columns: ['$number'] });
    expect(await tanaka.get(`/api/desk/exports/${made.id}/file`)).toMatchObject({ status: 404 });
    // A role that ended meanwhile makes no table.
    const { body: waiting } = await ask({});
    await test.dataSource.query(
      `delete from staff_role where staff_id = (select id from staff where login = 'suzuki') and procedure_id = 'jitan-9'
       and role in ('reviewer_2', 'approver')`,
    );
    await test.app.get(RunExports).run();
    const [left] = await test.dataSource.query<{ state: string }[]>(
      'select state from export where id = $1',
      [waiting.id],
    );
    expect(left?.state).toBe('failed');
    await test.dataSource.query(
      `insert into staff_role (staff_id, procedure_id, role)
       select id, 'jitan-9', 'reviewer_2' from staff where login = 'suzuki'`,
    );
  });

  it('is defined once, and shared with who may have it', async () => {
    const tanaka = await test.official('tanaka');
    const save = (title: string, shared: boolean) =>
      suzuki.post<ExportList>('/api/desk/export-definitions', { title, shared, content: wholeExport });
    await save('自分用', false);
    const { body } = await save('月次報告', true);
    expect(body.definitions.map(({ title, shared }) => [title, shared])).toEqual([
      ['月次報告', true],
      ['自分用', false],
    ]);
    const seen = (await tanaka.get<ExportList>('/api/desk/exports')).body.definitions;
    expect(seen).toMatchObject([{ title: '月次報告', own: false, ownerName: '鈴木 恵' }]);
    expect(await tanaka.delete(`/api/desk/export-definitions/${seen[0]?.id ?? ''}`)).toMatchObject({
      status: 404,
    });
    const own = body.definitions.find(({ title }) => title === '自分用')?.id ?? '';
    const left = await suzuki.delete<ExportList>(`/api/desk/export-definitions/${own}`);
    expect(left.body.definitions).toHaveLength(1);
    expect(
      await suzuki.post('/api/desk/export-definitions', {
        title: 'ない列',
        shared: false,
        content: { ...wholeExport, columns: ['store.nothing'] },
      }),
    ).toMatchObject({ status: 422 });
  });

  it('goes when its time is over', async () => {
    const { made } = await make({ columns: ['$number', '$team'] });
    await test.dataSource.query(
      `update export set finished_at = finished_at - interval '8 days' where id = $1`,
      [made.id],
    );
    expect(await test.app.get(ExpireExports).run()).toBe(1);
    expect(await look(made.id)).toMatchObject({ state: 'expired', keptUntil: null });
    expect(await suzuki.get(`/api/desk/exports/${made.id}/file`)).toMatchObject({ status: 404 });
    const [released] = await test.dataSource.query<unknown[]>(
      'select 1 from released_file r where not exists (select from export e where e.sha256 = r.sha256)',
    );
    expect(released).toBeDefined();
  });

  it('shows the same case in the same words as the desk', async () => {
    const { body } = await suzuki.get<DeskApplicationView>(
      `/api/desk/applications/${receipts[0]?.applicationId ?? ''}`,
    );
    const { bytes } = await make({ columns: ['$stage', '$status'], format: 'csv-utf8' });
    expect(readCsv(bytes.toString('utf8').slice(1))[1]).toEqual([body.stageTitle, '第1次審査中']);
  });
});
