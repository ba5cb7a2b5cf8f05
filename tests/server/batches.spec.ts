import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import type { BatchOffer, BatchRows, BatchView, BatchWork } from '../../src/batches/batch.dto.js';
import { readList } from '../../src/batches/read-list.js';
import { RunBatches } from '../../src/batches/run-batches.js';
import { shareOut } from '../../src/batches/share-out.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('many applications at once', () => {
  let test: TestApp;
  let applicant: Visitor;
  let sato: Visitor;
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
    sato = await test.official('sato');
  });
  afterAll(() => test.stop());

  const apply = async (store: string): Promise<Receipt> => {
    const { id, revision } = await fillJitanDraft(applicant, store);
    return (await applicant.post<Receipt>(`/api/drafts/${id}/submit`, { revision })).body;
  };
  const look = async (id: string) =>
    (await sato.get<DeskApplicationView>(`/api/desk/applications/${id}`)).body;
  const begin = (body: object) => sato.post<BatchView>('/api/desk/batches', body);
  /** What the worker process does meanwhile. */
  const go = () => test.app.get(RunBatches).run();
  const check = async (id: string, work: BatchWork): Promise<BatchView> => {
    await sato.post(`/api/desk/batches/${id}/check`, { work });
    await go();
    return (await sato.get<BatchView>(`/api/desk/batches/${id}`)).body;
  };
  const start = async (id: string, minutes = 0): Promise<BatchView> => {
    await sato.post(`/api/desk/batches/${id}/start`, { minutes });
    await go();
    return (await sato.get<BatchView>(`/api/desk/batches/${id}`)).body;
  };
  const counts = (list: BatchView['outcomes']) =>
    Object.fromEntries(list.map((one) => [one.code, one.count]));

  it('are tried without being touched, then done, each with its own result', async () => {
    const [one, two, other] = [await apply('一括一号'), await apply('一括二号'), await apply('一括三号')];
    const table = ['申込番号', one.number, two.number, one.number, '0009-08-9999999-9', other.number].join(
      '\n',
    );
    const { body: batch } = await begin({ table });
    expect(batch).toMatchObject({ state: 'open', total: 5 });
    const { body: offer } = await sato.get<BatchOffer>(`/api/desk/batches/${batch.id}/offer`);
    expect(offer.actions.find(({ action }) => action.name === 'pass')).toMatchObject({ count: 3 });
    expect(offer.actions.some(({ action }) => action.requires.targets)).toBe(false);

    const checked = await check(batch.id, { kind: 'action', procedureId: 'jitan-9', action: 'pass' });
    expect(checked.state).toBe('checked');
    expect(counts(checked.forecasts)).toEqual({ done: 3, 'listed-twice': 1, 'not-found': 1 });
    expect(checked.outcomes).toEqual([]);
    const before = await look(one.applicationId);
    expect(before.stage).toBe('first_review');

    // Somebody else acts on one of them in between.
    await sato.post(`/api/desk/applications/${other.applicationId}/assign`, { assigneeId: 'me' });
    const done = await start(batch.id);
    expect(done.state).toBe('done');
    expect(counts(done.outcomes)).toEqual({
      done: 2,
      'application-changed': 1,
      'listed-twice': 1,
      'not-found': 1,
    });
    const after = await look(one.applicationId);
    expect([after.stage, after.lock]).toEqual(['second_review', before.lock + 1]);
    expect(after.history.at(-1)).toMatchObject({ actorName: '佐藤 健', type: 'action' });
    expect((await look(other.applicationId)).stage).toBe('first_review');

    const { body: refused } = await sato.get<BatchRows>(`/api/desk/batches/${batch.id}/rows?only=refused`);
    expect(refused.rows.map(({ n, code }) => [n, code])).toEqual([
      [3, 'listed-twice'],
      [4, 'not-found'],
      [5, 'application-changed'],
    ]);
    const csv = await sato.get<string>(`/api/desk/batches/${batch.id}/results`);
    const lines = csv.body.split('\r\n');
    expect(lines[0]).toBe('\u{FEFF}申込番号,対象,申請者,いまの段階,結果,説明');
    expect(lines[1]).toContain(`${one.number},一括一号,`);
    expect(lines[1]).toContain(',実行,');
    expect(lines).toHaveLength(7);
  });

  it('leave the house only after the minutes that were asked for, and until then not at all', async () => {
    const { applicationId: id } = await apply('取消亭');
    const { body: batch } = await begin({ ids: [id] });
    await check(batch.id, { kind: 'action', procedureId: 'jitan-9', action: 'pass' });
    const waiting = await start(batch.id, 5);
    expect(waiting.state).toBe('waiting');
    expect(Date.parse(waiting.startsAt ?? '') - Date.now()).toBeGreaterThan(4 * 60_000);
    expect((await look(id)).stage).toBe('first_review');
    const { body: stopped } = await sato.post<BatchView>(`/api/desk/batches/${batch.id}/stop`);
    expect(stopped).toMatchObject({ state: 'cancelled', outcomes: [{ code: 'stopped', count: 1 }] });
    expect(await sato.post(`/api/desk/batches/${batch.id}/start`, { minutes: 0 })).toMatchObject({
      status: 409,
      body: { code: 'batch-begun' },
    });
    await go();
    expect((await look(id)).stage).toBe('first_review');
    const [mail] = await test.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from notice where application_id = $1 and event_seq > 2`,
      [id],
    );
    expect(mail?.count).toBe(0);
  });

  it('take a reason of their own from the table, and the common one where it has none', async () => {
    const [one, two] = [await apply('理由一号'), await apply('理由二号')];
    const { body: batch } = await begin({
      table: `申込番号,申請者への理由\n${one.number},"許可の期限が、\n切れています。"\n${two.number},\n`,
    });
    await check(batch.id, { kind: 'assign', assigneeId: 'me', note: 'お願いします' });
    await start(batch.id);
    const { rows } = (await sato.get<BatchRows>(`/api/desk/batches/${batch.id}/rows`)).body;
    expect(rows.map(({ reason }) => reason)).toEqual(['許可の期限が、\n切れています。', null]);
    const assigned = await look(two.applicationId);
    expect(assigned.assignee?.name).toBe('佐藤 健');
    expect(assigned.history.at(-1)).toMatchObject({ title: '担当：佐藤 健', reason: 'お願いします' });
  });

  it('obey the role of the one who asks, as each of them alone would', async () => {
    const { applicationId: id } = await apply('役割亭');
    const tanaka = await test.official('tanaka');
    const { body: batch } = await tanaka.post<BatchView>('/api/desk/batches', { ids: [id] });
    await tanaka.post(`/api/desk/batches/${batch.id}/check`, {
      work: { kind: 'action', procedureId: 'jitan-9', action: 'pass' },
    });
    await go();
    const { body: checked } = await tanaka.get<BatchView>(`/api/desk/batches/${batch.id}`);
    expect(counts(checked.forecasts)).toEqual({ 'role-missing': 1 });
    expect(checked.forecasts[0]?.text.ja).toBe('この操作をする役割が割り当てられていません。');
  });

  it('take all of a list', async () => {
    const { body: batch } = await begin({
      place: { queue: 'stage:jitan-9:first_review', sort: 'arrived', only: [] },
    });
    expect(batch.total).toBeGreaterThan(2);
    expect(await begin({ table: '店名\n梅田店' })).toMatchObject({ body: { code: 'batch-without-numbers' } });
  });
});

describe('a table of applications', () => {
  it.each([
    ['numbers alone', '0009-08-0000001-1\n0009-08-0000002-2\n', ['0009-08-0000001-1', '0009-08-0000002-2']],
    [
      'as a spreadsheet pastes it',
      '番号\t理由\r\n０００９−０８−０００００01−1\tx\r\n',
      ['0009-08-0000001-1'],
    ],
    ['with mark and empty lines', '\u{FEFF}申込番号\n\n 0009-08-0000001-1 \n,,\n', ['0009-08-0000001-1']],
  ])('is read: %s', (_, text, numbers) => {
    expect(readList(text)?.map(({ number }) => number)).toEqual(numbers);
  });

  it('has a column of numbers, or is none', () => {
    expect(readList('店名,理由\n梅田店,x')).toBeNull();
  });
});

describe('sharing out', () => {
  const among = [
    { id: 'a', open: 3 },
    { id: 'b', open: 0 },
    { id: 'c', open: 1 },
  ];
  it('goes round in turn, or to whoever has least', () => {
    expect(shareOut(4, 'turn', among)).toEqual(['a', 'b', 'c', 'a']);
    expect(shareOut(5, 'load', among)).toEqual(['b', 'b', 'c', 'b', 'c']);
  });
});
