import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workingDaysBetween } from '#engine';
import type { DraftView, Receipt } from '../../src/drafts/draft.dto.js';
import { CountApplications } from '../../src/statistics/count-applications.js';
import { CountDrafts } from '../../src/statistics/count-drafts.js';
import { KeepStatistics } from '../../src/statistics/keep-statistics.js';
import type { PublicStatistics, StatisticsView } from '../../src/statistics/statistics.dto.js';
import { shareOf, suppressed, timesOf } from '../../src/statistics/times.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { readCsv } from './support/tables.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('statistics', () => {
  let test: TestApp;
  let applicant: Visitor;
  let sato: Visitor;
  let receipts: Receipt[];
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
    sato = await test.official('sato');
    receipts = [];
    for (const name of ['統計一号', '統計二号', '統計三号', '統計四号', '統計五号', '統計六号']) {
      const { id, revision } = await fillJitanDraft(applicant, name);
      receipts.push((await applicant.post<Receipt>(`/api/drafts/${id}/submit`, { revision })).body);
    }
  });
  afterAll(() => test.stop());

  const keepUp = () => test.app.get(KeepStatistics, { strict: false }).run();
  const show = async (person: Visitor, query = '') =>
    (await person.get<StatisticsView>(`/api/desk/statistics?procedure=jitan-9${query}`)).body;
  const act = async (index: number, action: string, body: object = {}) => {
    const id = receipts[index]?.applicationId ?? '';
    const { body: view } = await sato.get<{ lock: number }>(`/api/desk/applications/${id}`);
    return sato.post(`/api/desk/applications/${id}/actions/${action}`, { lock: view.lock, ...body });
  };
  const stored = () =>
    test.dataSource.query<object[]>(
      `select procedure_id, kind, day::text, key, bucket, count from statistics_count where count <> 0
       order by procedure_id, kind, day, key, bucket`,
    );

  it('are kept up with what happens, and count nothing twice', async () => {
    await keepUp();
    expect((await show(sato)).totals).toMatchObject({ arrived: 6, decided: 0, withdrawn: 0 });
    expect((await act(0, 'pass')).status).toBe(200);
    await applicant.post(`/api/applications/${receipts[1]?.applicationId ?? ''}/withdraw`, {
      reason: '取り下げます',
    });
    await keepUp();
    const view = await show(sato);
    expect(view.totals).toMatchObject({ arrived: 6, decided: 0, completed: 0, withdrawn: 1 });
    expect(view.days).toHaveLength(90);
    expect(view.days.at(-1)).toMatchObject({ arrived: 6, day: view.to });
    expect(view.stages).toEqual([
      { key: 'first_review', title: '一次審査（形式）', times: { count: 2, median: 0, p90: 0 } },
    ]);
    expect(view.ageing).toContainEqual({
      key: 'first_review',
      title: '一次審査（形式）',
      bands: [4, 0, 0, 0, 0],
    });
    // Everything is due again: it was counted, and stays so.
    await test.dataSource.query('insert into statistics_due (application_id) select id from application');
    const before = await stored();
    await keepUp();
    expect(await stored()).toEqual(before);
  });

  it('tell what had to be corrected, and with which ready sentence', async () => {
    const [reason] = (
      await sato.get<{ reasons: { code: string; title: string; text: string }[] }>(
        `/api/desk/applications/${receipts[2]?.applicationId ?? ''}`,
      )
    ).body.reasons;
    const asked = await act(2, 'ask_correction', {
      publicReason: '内容を確かめてください。',
      targets: [
        { path: '/permit/valid_to', comment: `${reason?.text ?? ''}お願いします。` },
        { path: '/sales/base_rows/0/amount', comment: '桁が違います。' },
      ],
    });
    expect(asked).toMatchObject({ status: 200 });
    await keepUp();
    const { defects, reasons, totals } = await show(sato);
    expect(totals.corrections).toBe(1);
    expect(defects.map(({ key, title, count }) => [key, title, count])).toEqual([
      ['permit.valid_to', '有効期間のおわり', 1],
      ['sales.base_rows[].amount', '売上高（税抜き）', 1],
    ]);
    expect(reasons).toEqual([{ key: reason?.code, title: reason?.title, count: 1 }]);
  });

  it('are the same when everything is counted anew', async () => {
    const before = await stored();
    const count = test.app.get(CountApplications, { strict: false });
    await count.startOver();
    expect(await stored()).toEqual([]);
    while ((await count.run(2)) !== 0);
    expect(await stored()).toEqual(before);
  });

  it('count days of work in a stage, as a calendar does', async () => {
    // As if it had come three weeks ago: histories of tests are written by triggers' leave alone.
    const id = receipts[3]?.applicationId ?? '';
    await test.dataSource.transaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query(`update application_event set at = at - interval '21 days' where application_id = $1`, [
        id,
      ]);
    });
    await act(3, 'pass');
    await keepUp();
    const today = (await show(sato)).to;
    const began = new Date(Date.parse(today) - 21 * 86_400_000).toISOString().slice(0, 10);
    const [row] = await test.dataSource.query<{ bucket: number }[]>(
      `select max(bucket)::int as bucket from statistics_count where kind = 'stay' and key = 'first_review' and count > 0`,
    );
    expect(row?.bucket).toBe(workingDaysBetween(began, today));
  });

  it('tell where drafts were left, and nothing of whose they are', async () => {
    const { body: draft } = await applicant.post<DraftView>('/api/drafts', {
      procedureId: 'jitan-9',
      another: true,
    });
    await applicant.put(`/api/drafts/${draft.id}`, {
      revision: draft.revision,
      answers: { category: { applicant_kind: 'corporation' }, store: { name: '途中の店' } },
    });
    await test.dataSource.query(`update draft set saved_at = now() - interval '2 days' where id = $1`, [
      draft.id,
    ]);
    await test.app.get(CountDrafts, { strict: false }).run();
    expect((await show(sato)).drafts).toEqual([{ key: 'store', title: 'お店', count: 1 }]);
  });

  it('show who has how much to supervisors alone', async () => {
    expect((await show(sato)).people).toBeNull();
    const tanaka = await test.official('tanaka');
    expect((await show(tanaka)).people).toContainEqual(
      expect.objectContaining({ name: '佐藤 健', acted: 3 }),
    );
    expect((await show(await test.official('nakamura'))).people).not.toBeNull();
  });

  it('are for those who work in the procedure, and for who is there for statistics', async () => {
    expect(
      (await (await test.official('watanabe')).get('/api/desk/statistics?procedure=jitan-9')).status,
    ).toBe(404);
    expect((await (await test.official('kobayashi')).get('/api/desk/statistics')).status).toBe(404);
    expect((await (await test.official('yoshida')).get('/api/desk/statistics')).status).toBe(404);
    expect((await sato.get('/api/desk/statistics?from=2026-02-30')).status).toBe(422);
    expect((await sato.get('/api/desk/statistics?from=2026-02-03&to=2026-02-01')).status).toBe(422);
  });

  it('are tables for a spreadsheet, too', async () => {
    const { body, headers } = await sato.get<string>(
      '/api/desk/statistics/csv?procedure=jitan-9&table=stages',
    );
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(readCsv(body.slice(1))[0]).toEqual([
      '段階',
      '件数',
      '中央値（営業日）',
      '90パーセンタイル（営業日）',
    ]);
    expect(readCsv(body.slice(1))[1]?.[0]).toBe('一次審査（形式）');
    const days = await sato.get<string>('/api/desk/statistics/csv?procedure=jitan-9&table=days');
    expect(readCsv(days.body.slice(1))[0]).toEqual(['日', '申請', '審査済', '振込済']);
  });

  it('are public without small numbers', async () => {
    const { body } = await test.visitor().get<PublicStatistics>('/api/procedures/jitan-9/statistics');
    expect(body).toMatchObject({
      arrived: 6,
      decided: 0,
      completed: 0,
      decidedShare: 0,
      medianDays: null,
      completedLabel: '振込済',
    });
    expect((await test.visitor().get('/api/procedures/nothing/statistics')).status).toBe(404);
  });
});

describe('times', () => {
  it.each([
    [[], { count: 0, median: null, p90: null }],
    [[{ bucket: 3, count: 1 }], { count: 1, median: 3, p90: 3 }],
    [
      [
        { bucket: 9, count: 1 },
        { bucket: 1, count: 5 },
        { bucket: 2, count: 4 },
      ],
      { count: 10, median: 1, p90: 2 },
    ],
  ])('of %j are %j', (buckets, times) => {
    expect(timesOf(buckets)).toEqual(times);
  });

  it('leave out what would tell of somebody', () => {
    expect([0, 1, 4, 5].map(suppressed)).toEqual([0, null, null, 5]);
    expect([shareOf(5, 10), shareOf(3, 10), shareOf(8, 10), shareOf(0, 10), shareOf(0, 0)]).toEqual([
      50,
      null,
      null,
      0,
      null,
    ]);
  });
});
