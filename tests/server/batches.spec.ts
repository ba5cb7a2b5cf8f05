import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import type {
  BatchLetters,
  BatchOffer,
  BatchRows,
  BatchView,
  BatchWork,
} from '../../src/batches/batch.dto.js';
import { RunBatches } from '../../src/batches/run-batches.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import { soon } from '../support/soon.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { hasPoppler, pagesOf } from './support/pdf-tools.js';
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

  it('are read before they go, the odd letters first', async () => {
    const shops = [await apply('普通亭'), await apply('𠮷野亭'), await apply('通常亭')];
    const { body: batch } = await begin({ ids: shops.map(({ applicationId }) => applicationId) });
    await check(batch.id, {
      kind: 'action',
      procedureId: 'jitan-9',
      action: 'ask_correction',
      targets: [{ path: '/store/name', comment: '許可証のとおりに直してください。' }],
    });
    const letters = async () => (await sato.get<BatchLetters>(`/api/desk/batches/${batch.id}/letters`)).body;
    const { total, odd, letters: all } = await letters();
    expect(total).toBe(6);
    expect(all.slice(0, odd).every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(all.slice(odd).every(({ reasons }) => reasons.length === 0)).toBe(true);
    const rare = all.filter(({ reasons }) => reasons.includes('rare'));
    expect(new Set(rare.map(({ number }) => number))).toEqual(new Set([shops[1]?.number]));
    expect(rare.map((letter) => letter.rare)).toContain('𠮷');
    expect(all[0]?.number).toBe(shops[1]?.number);
    expect(all[0]?.text).toContain('許可証のとおりに直してください。');
    const [sent] = await test.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from notice where template = 'correction-request' and application_id = any($1)`,
      [shops.map(({ applicationId }) => applicationId)],
    );
    expect(sent?.count).toBe(0);
    // The same on paper, the odd ones first.
    const proof = await test.app.inject({
      url: `/api/desk/batches/${batch.id}/letters/pdf`,
      headers: { cookie: sato.cookie },
    });
    expect(proof.headers['content-type']).toBe('application/pdf');
    if (hasPoppler) {
      const pages = pagesOf(proof.rawPayload);
      expect(pages.length).toBeGreaterThanOrEqual(total);
      expect(pages[0]).toContain(shops[1]?.number);
      expect(pages[0]).toContain('まれな文字');
      for (const { number } of shops) expect(pages.join('')).toContain(number);
      expect(pages[0]).toMatch(/第\s*号/);
      expect(pages.every((page) => page.includes('案（決裁の前の確認用）'))).toBe(true);
    }
    // What was said is not kept once it is settled.
    await sato.post(`/api/desk/batches/${batch.id}/stop`);
    expect(await letters()).toMatchObject({ total: 0, letters: [] });
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

  it('keep nobody from their work: where one is held up, others go on with all else meanwhile', async () => {
    const [first, held, third] = [await apply('先の店'), await apply('止まる店'), await apply('後の店')];
    const ids = [first, held, third].map(({ applicationId }) => applicationId);
    const { body: batch } = await begin({ ids });
    await check(batch.id, { kind: 'action', procedureId: 'jitan-9', action: 'pass' });
    const holder = test.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('select from application where id = $1 for update', [held.applicationId]);
    await sato.post(`/api/desk/batches/${batch.id}/start`, { minutes: 0 });
    const going = go();
    await soon(async () => expect((await look(first.applicationId)).stage).toBe('second_review'));

    // The worker waits for the one that somebody else has; nobody waits for the worker.
    const { lock } = await look(third.applicationId);
    const path = `/api/desk/applications/${third.applicationId}/actions/pass`;
    expect((await sato.post(path, { lock })).status).toBe(200);
    const passed = await look(first.applicationId);
    const suzuki = await test.official('suzuki');
    const recommend = `/api/desk/applications/${first.applicationId}/actions/recommend`;
    expect((await suzuki.post(recommend, { lock: passed.lock, fields: {} })).status).toBe(200);
    expect((await apply('あとから来た店')).number).toMatch(/^0009-/);
    const { body: view } = await sato.get<BatchView>(`/api/desk/batches/${batch.id}`);
    expect([view.state, counts(view.outcomes)]).toEqual(['running', { done: 1 }]);

    await holder.rollbackTransaction();
    await holder.release();
    await going;
    const { body: ended } = await sato.get<BatchView>(`/api/desk/batches/${batch.id}`);
    expect([ended.state, counts(ended.outcomes)]).toEqual(['done', { done: 2, 'application-changed': 1 }]);
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

  it('ask for corrections: the same of all, or of each what its lines in a table say', async () => {
    const [one, two] = [await apply('補正一号'), await apply('補正二号')];
    const table = [
      '申込番号,店名,項目,理由コード,補正の内容',
      `${one.number},補正一号,営業許可　有効期間のおわり,permit-expired,更新後の許可証を付けてください。`,
      `${one.number},補正一号,bank.account_no,account,`,
      `${two.number},補正二号,,,`,
    ].join('\n');
    const { body: batch } = await begin({ table });
    expect(batch).toMatchObject({ total: 2, unusedColumns: ['店名'] });
    const { body: offer } = await sato.get<BatchOffer>(`/api/desk/batches/${batch.id}/offer`);
    const asking = offer.actions.find(({ action }) => action.name === 'ask_correction');
    expect(asking).toMatchObject({ count: 2, fromTable: ['points'] });
    expect(asking?.places.map(({ path }) => path)).toContain('/permit/valid_to');

    const work: BatchWork = {
      kind: 'action',
      procedureId: 'jitan-9',
      action: 'ask_correction',
      publicReason: 'お手数をおかけします。',
      targets: [{ path: '/store/name', comment: '許可証のとおりに直してください。' }],
    };
    expect(counts((await check(batch.id, work)).forecasts)).toEqual({ done: 2 });
    expect(counts((await start(batch.id)).outcomes)).toEqual({ done: 2 });
    expect((await look(one.applicationId)).correction?.targets).toEqual([
      {
        path: '/permit/valid_to',
        label: '営業許可　有効期間のおわり',
        comment:
          '営業許可の有効期間が、要請期間または申請の日を含んでいません。\n更新後の許可証を付けてください。',
      },
      {
        path: '/bank/account_no',
        label: '振込先　口座番号',
        comment: '振込先の口座の名義または番号が、通帳の写しと一致しません。',
      },
    ]);
    expect((await look(two.applicationId)).correction?.targets).toMatchObject([
      { path: '/store/name', comment: '許可証のとおりに直してください。' },
    ]);
  });

  it.each([
    ['項目,補正の内容', '許可の色,直してください', 'batch-point-unknown'],
    ['項目,理由コード', '営業許可　有効期間のおわり,expired', 'batch-reason-unknown'],
    ['項目,理由コード', '営業許可　有効期間のおわり,', 'batch-point-without-words'],
    ['項目,補正の内容', ',直してください', 'batch-point-without-field'],
    ['項目,補正の内容', 'お店を閉めた日,直してください', 'batch-point-not-asked'],
  ])('say of each line why it cannot be asked: %s, %s', async (titles, cells, code) => {
    const { number } = await apply(`不備亭${code}`);
    const { body: batch } = await begin({ table: `申込番号,${titles}\n${number},${cells}\n` });
    const work: BatchWork = { kind: 'action', procedureId: 'jitan-9', action: 'ask_correction' };
    expect(counts((await check(batch.id, work)).forecasts)).toEqual({ [code]: 1 });
  });

  it('take what an action asks officials for from the columns of its own table', async () => {
    const tanaka = await test.official('tanaka');
    const [one, two, three] = [await apply('決定一号'), await apply('決定二号'), await apply('決定三号')];
    await test.dataSource.query(
      `update application set stage = 'decision', stage_roles = '{approver}',
         state = jsonb_set(state, '{stage}', '"decision"') where id = any($1)`,
      [[one.applicationId, two.applicationId, three.applicationId]],
    );
    const { body: ticked } = await tanaka.post<BatchView>('/api/desk/batches', {
      ids: [one.applicationId, two.applicationId],
    });
    const { body: template } = await tanaka.get<string>(
      `/api/desk/batches/${ticked.id}/template?procedureId=jitan-9&action=approve`,
    );
    expect(template).toBe(
      `\u{FEFF}申込番号,対象,振込の予定日,理由\r\n${one.number},決定一号,,\r\n${two.number},決定二号,,\r\n`,
    );
    const table = `申込番号,対象,振込の予定日,理由\n${one.number},決定一号,令和8年4月1日,\n${two.number},決定二号,,\n${three.number},決定三号,あした,\n`;
    const { body: batch } = await tanaka.post<BatchView>('/api/desk/batches', { table });
    expect(batch.unusedColumns).toEqual([]);
    const { body: offer } = await tanaka.get<BatchOffer>(`/api/desk/batches/${batch.id}/offer`);
    expect(offer.actions.find(({ action }) => action.name === 'approve')?.fromTable).toEqual([
      'fields.payment_on',
    ]);
    const work: BatchWork = {
      kind: 'action',
      procedureId: 'jitan-9',
      action: 'approve',
      fields: { payment_on: '2026-05-15' },
    };
    await tanaka.post(`/api/desk/batches/${batch.id}/check`, { work });
    await go();
    await tanaka.post(`/api/desk/batches/${batch.id}/start`, { minutes: 0 });
    await go();
    const { body: done } = await tanaka.get<BatchView>(`/api/desk/batches/${batch.id}`);
    expect(counts(done.outcomes)).toEqual({ done: 2, 'batch-cell-wrong': 1 });
    expect(done.outcomes.find(({ code }) => code === 'batch-cell-wrong')?.text.ja).toBe(
      '「振込の予定日」の列の「あした」を読み取れません。書ける値：2026-04-01',
    );
    const days = await test.dataSource.query<{ day: string }[]>(
      `select state #>> '{staff,approve,payment_on}' as day from application where id = any($1) order by subject`,
      [[one.applicationId, two.applicationId]],
    );
    expect(days.map(({ day }) => day).sort()).toEqual(['2026-04-01', '2026-05-15']);
  });

  it('go each its own way after a lottery: by the results that a table brings', async () => {
    const shops = [await apply('抽選一号'), await apply('抽選二号'), await apply('抽選三号')];
    const [won, lost, alsoWon] = shops.map(({ number }) => number);
    const { body: batch } = await begin({
      table: `申込番号\t抽選結果\n${won}\t当選\n${lost}\t落選\n${alsoWon}\t当選\n`,
    });
    expect(batch).toMatchObject({
      total: 3,
      unusedColumns: [],
      results: [
        { value: '当選', count: 2 },
        { value: '落選', count: 1 },
      ],
    });
    const of = async (result: string) => (await begin({ of: batch.id, result })).body;
    const [winners, losers] = [await of('当選'), await of('落選')];
    await check(winners.id, { kind: 'action', procedureId: 'jitan-9', action: 'pass' });
    expect(counts((await start(winners.id)).outcomes)).toEqual({ done: 2 });
    await check(losers.id, { kind: 'hold', reason: '落選の通知を準備', reviewOn: '2099-01-01' });
    expect(counts((await start(losers.id)).outcomes)).toEqual({ done: 1 });
    const stages = await Promise.all(
      shops.map(async ({ applicationId }) => (await look(applicationId)).stage),
    );
    expect(stages).toEqual(['second_review', 'first_review', 'second_review']);
    expect(await begin({ of: batch.id, result: '補欠' })).toMatchObject({ status: 422 });
    // Another official's list is not there.
    const tanaka = await test.official('tanaka');
    expect(await tanaka.post('/api/desk/batches', { of: batch.id, result: '当選' })).toMatchObject({
      status: 422,
    });
  });

  it('take all of a list', async () => {
    const { body: batch } = await begin({
      place: { queue: 'stage:jitan-9:first_review', sort: 'arrived', only: [] },
    });
    expect(batch.total).toBeGreaterThan(2);
    expect(await begin({ table: '店名\n梅田店' })).toMatchObject({ body: { code: 'batch-without-numbers' } });
  });
});
