import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReleaseEnded } from '../../src/staff/release-ended.js';
import type {
  ColleagueList,
  DeskApplicationView,
  FollowingPage,
  QueuePage,
} from '../../src/applications/desk.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('officials at their desks', () => {
  let test: TestApp;
  let applicant: Visitor;
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
  });
  afterAll(() => test.stop());

  const apply = async (store: string): Promise<string> => {
    const draft = await fillJitanDraft(applicant, store);
    const { body } = await applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
      revision: draft.revision,
    });
    return body.applicationId;
  };
  const look = async (person: Visitor, id: string) =>
    (await person.get<DeskApplicationView>(`/api/desk/applications/${id}`)).body;

  it('who act on the same case at once: one acts, the others are told that it changed', async () => {
    const id = await apply('同時亭');
    const officials = await Promise.all(Array.from({ length: 8 }, () => test.official('sato')));
    const { lock } = await look(officials[0] as Visitor, id);
    const answers = await Promise.all(
      officials.map((person) =>
        person.post<DeskApplicationView>(`/api/desk/applications/${id}/actions/pass`, { lock }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
    const { history } = await look(officials[0] as Visitor, id);
    expect(history.filter(({ type }) => type === 'action')).toHaveLength(1);
  });

  it('who decide while the applicant withdraws: one of the two happens', async () => {
    const id = await apply('取下亭');
    const official = await test.official('sato');
    const { lock } = await look(official, id);
    const [passed, withdrawn] = await Promise.all([
      official.post<DeskApplicationView>(`/api/desk/applications/${id}/actions/pass`, { lock }),
      applicant.post(`/api/applications/${id}/withdraw`, { reason: '閉店したため' }),
    ]);
    expect(withdrawn.status).toBe(200);
    expect([200, 409]).toContain(passed.status);
    const { stage, history } = await look(official, id);
    expect(stage).toBe('withdrawn');
    expect(history.filter(({ type }) => type === 'action')).toHaveLength(passed.status === 200 ? 2 : 1);
  });

  it('put a case aside and take it up again', async () => {
    const id = await apply('保留亭');
    const official = await test.official('sato');
    const { lock } = await look(official, id);
    const held = await official.post<DeskApplicationView>(`/api/desk/applications/${id}/hold`, {
      lock,
      reason: '保健所に照会中',
      reviewOn: '2030-01-08',
    });
    expect(held.body.hold).toEqual({
      reason: '保健所に照会中',
      ownerName: '佐藤 健',
      reviewOn: '2030-01-08',
    });
    expect(held.body.actions[0]?.refused?.code).toBe('on-hold');
    const act = await official.post(`/api/desk/applications/${id}/actions/pass`, { lock: held.body.lock });
    expect(act).toMatchObject({ status: 409, body: { code: 'on-hold' } });
    const { body: queue } = await official.get<QueuePage>('/api/desk/applications?queue=on-hold');
    expect(queue.rows.map(({ subject }) => subject)).toEqual(['保留亭']);
    const released = await official.post<DeskApplicationView>(`/api/desk/applications/${id}/release`, {
      lock: held.body.lock,
    });
    expect([released.status, released.body.hold]).toEqual([200, null]);
  });

  it('claim a case, and nobody else’s', async () => {
    const id = await apply('担当亭');
    const official = await test.official('sato');
    const claim = (person: Visitor) =>
      person.post(`/api/desk/applications/${id}/assign`, { assigneeId: 'me' });
    expect((await claim(official)).status).toBe(200);
    const [sato] = await test.dataSource.query<{ id: string }[]>(`select id from staff where login = 'sato'`);
    const [suzuki] = await test.dataSource.query<{ id: string }[]>(
      `select id from staff where login = 'suzuki'`,
    );
    await test.dataSource.query(`insert into staff_role values ($1, 'jitan-9', 'reviewer_1')`, [suzuki?.id]);
    const second = await test.official('suzuki');
    expect(await claim(second)).toMatchObject({ status: 409, body: { code: 'application-changed' } });
    const given = await second.post<DeskApplicationView>(`/api/desk/applications/${id}/assign`, {
      assigneeId: suzuki?.id,
    });
    expect(given.body.assignee?.name).toBe('鈴木 恵');
    const { body: mine } = await second.get<QueuePage>('/api/desk/applications?queue=mine');
    expect(mine.rows.map(({ subject }) => subject)).toEqual(['担当亭']);
    const toStranger = await second.post(`/api/desk/applications/${id}/assign`, {
      assigneeId: sato?.id.replace(/^./, 'f'),
    });
    expect(toStranger.status).toBe(422);
    await test.dataSource.query(`delete from staff_role where staff_id = $1 and role = 'reviewer_1'`, [
      suzuki?.id,
    ]);
  });

  it('hand a case over with a note, and lose it when they may no longer act on it', async () => {
    const id = await apply('引継亭');
    const official = await test.official('sato');
    const { body: list } = await official.get<ColleagueList>(`/api/desk/applications/${id}/colleagues`);
    expect(list.colleagues.map(({ name }) => name)).toEqual(['佐藤 健']);
    const [colleague] = list.colleagues;
    const given = await official.post<DeskApplicationView>(`/api/desk/applications/${id}/assign`, {
      assigneeId: colleague?.id,
      note: '電話で確認済みです。',
    });
    expect(given.body.history.at(-1)).toMatchObject({
      title: '担当：佐藤 健',
      reason: '電話で確認済みです。',
    });
    await test.dataSource.query(
      `update staff_role set to_on = (now() at time zone 'Asia/Tokyo')::date - 1 where staff_id = $1 and procedure_id = 'jitan-9'`,
      [colleague?.id],
    );
    expect(await test.app.get(ReleaseEnded).run()).toBeGreaterThan(0);
    await test.dataSource.query(`update staff_role set to_on = null where staff_id = $1`, [colleague?.id]);
    const after = await look(official, id);
    expect([after.assignee, after.history.at(-1)?.actorKind]).toEqual([null, 'system']);
    expect(await test.app.get(ReleaseEnded).run()).toBe(0);
    const [{ body }] = await test.dataSource.query<[{ body: string }]>(
      `select body from audit_event where body like '%application.assign%' and body like $1 order by id desc limit 1`,
      [`%${id}%`],
    );
    expect(JSON.parse(body)).toMatchObject({ actor: { kind: 'system' }, detail: { to: null } });
  });

  it('are refused with the reason in words', async () => {
    const id = await apply('理由亭');
    const official = await test.official('sato');
    const { lock } = await look(official, id);
    const act = (action: string, given: object = {}) =>
      official.post(`/api/desk/applications/${id}/actions/${action}`, { lock, ...given });
    expect(await act('approve')).toMatchObject({ status: 409, body: { code: 'action-not-available' } });
    expect(
      await act('ask_correction', { reason: 'x', publicReason: '不鮮明です。撮り直してください。' }),
    ).toMatchObject({
      status: 422,
      body: { code: 'targets-required' },
    });
    expect(await act('pass', { lock: lock + 1 })).toMatchObject({
      status: 409,
      body: { code: 'application-changed' },
    });
    const tanaka = await test.official('tanaka');
    expect(await tanaka.post(`/api/desk/applications/${id}/actions/pass`, { lock })).toMatchObject({
      status: 403,
      body: { code: 'role-missing' },
    });
  });

  it('find a case by its number, or by two characters of a name', async () => {
    const id = await apply('勅使河原食堂');
    const official = await test.official('sato');
    const { number } = await look(official, id);
    const search = async (text: string) => {
      const { body } = await official.get<QueuePage>(`/api/desk/search?q=${encodeURIComponent(text)}`);
      return body.rows.map(({ subject }) => subject);
    };
    expect(await search(number)).toEqual(['勅使河原食堂']);
    expect(await search(number.slice(0, -4).toLowerCase())).toContain('勅使河原食堂');
    expect(await search('勅使')).toEqual(['勅使河原食堂']);
    expect(await search('河原　食堂')).toEqual(['勅使河原食堂']);
    expect(await search('勅堂')).toEqual([]);
    expect(await search("' or 1=1 --")).toEqual([]);
  });

  it('find a case by reading, by a variant of a character, by telephone number and by address', async () => {
    await apply('髙﨑食堂');
    const official = await test.official('sato');
    const search = async (text: string) => {
      const { body } = await official.get<QueuePage>(`/api/desk/search?q=${encodeURIComponent(text)}`);
      return body.rows.map(({ subject }) => subject);
    };
    expect(await search('高崎')).toEqual(['髙﨑食堂']);
    expect(await search('髙崎 大阪食堂')).toEqual(['髙﨑食堂']);
    for (const known of [
      'オオサカショクドウ',
      'おおさかしょくどう',
      '０６−１２３４−５６７８',
      '34-567',
      '南船場',
    ]) {
      expect([known, (await search(known)).includes('髙﨑食堂')]).toEqual([known, true]);
    }
    expect(await search('高崎 存在しない')).toEqual([]);
  });

  it('leave what they looked for in the sealed log, without a word of it', async () => {
    const official = await test.official('sato');
    await official.get(`/api/desk/search?q=${encodeURIComponent('秘密太郎')}`);
    const [entry] = await test.dataSource.query<{ body: string }[]>(
      `select body from audit_event where body like '%application.search%' order by id desc limit 1`,
    );
    expect(JSON.parse(entry?.body ?? '{}')).toMatchObject({ detail: { found: 0 } });
    expect(entry?.body).not.toContain('秘密');
  });

  it('see what came back, what is due soon, what their team has, and what is new to them', async () => {
    const id = await apply('戻り亭');
    const sato = await test.official('sato');
    const suzuki = await test.official('suzuki');
    const rowIn = async (person: Visitor, queue: string) => {
      const { body } = await person.get<QueuePage>(`/api/desk/applications?queue=${queue}`);
      return body.rows.find((row) => row.id === id);
    };
    expect(await rowIn(sato, 'unassigned')).toMatchObject({ unread: 'new', returned: false });
    const { lock } = await look(sato, id);
    expect(await rowIn(sato, 'unassigned')).toMatchObject({ unread: null });
    await sato.post(`/api/desk/applications/${id}/actions/pass`, { lock });
    const second = await look(suzuki, id);
    await suzuki.post(`/api/desk/applications/${id}/actions/send_back`, {
      lock: second.lock,
      reason: '写真を確かめ直してください。',
      publicReason: '書類をもう一度確認しています。しばらくお待ちください。',
    });
    expect(await rowIn(sato, 'returned')).toMatchObject({ unread: 'changed', returned: true });
    await sato.post(`/api/desk/applications/${id}/assign`, { assigneeId: 'me' });
    expect(await rowIn(suzuki, 'team')).toMatchObject({ assignee: { name: '佐藤 健' } });
    await test.dataSource.query(
      `update application set due_on = (now() at time zone 'Asia/Tokyo')::date + 3 where id = $1`,
      [id],
    );
    expect(await rowIn(sato, 'due-soon')).toMatchObject({ overdue: false });
    const { body } = await sato.get<{ queues: { key: string; count: number }[] }>('/api/desk/queues');
    const counts = new Map(body.queues.map(({ key, count }) => [key, count]));
    for (const queue of ['returned', 'due-soon']) {
      const { body: page } = await sato.get<QueuePage>(`/api/desk/applications?queue=${queue}`);
      expect([queue, counts.get(queue)]).toEqual([queue, page.rows.length]);
    }
  });

  it.each([
    ['due', (row: QueuePage['rows'][number]) => row.dueOn ?? '9999'],
    ['arrived', (row: QueuePage['rows'][number]) => row.submittedAt],
    ['newest', (row: QueuePage['rows'][number]) => String(-Date.parse(row.submittedAt))],
  ])('put a queue in order: %s', async (sort, keyOf) => {
    const official = await test.official('sato');
    const { body } = await official.get<QueuePage>(`/api/desk/applications?queue=all-open&sort=${sort}`);
    const keys = body.rows.map(keyOf);
    expect(keys.length).toBeGreaterThan(3);
    expect(keys).toEqual(
      keys.toSorted((a, b) => (sort === 'newest' ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0)),
    );
    const nobodys = await official.get<QueuePage>(
      `/api/desk/applications?queue=all-open&sort=${sort}&only=unassigned,returned`,
    );
    expect(nobodys.body.rows.every((row) => row.assignee === null && row.returned)).toBe(true);
    expect((await official.get('/api/desk/applications?queue=all-open&only=x')).status).toBe(422);
  });

  it('leaf through a queue without missing or repeating a case', async () => {
    const official = await test.official('tanaka');
    await test.dataSource.query(
      `with many as (
         insert into draft (id, applicant_id, procedure_id, version_hash, kind, state, answers)
         select gen_random_uuid(), applicant_id, procedure_id, version_hash, 'application', 'submitted', '{}'
         from (select * from draft where kind = 'application' limit 1) d, generate_series(1, 120) returning *
       )
       insert into application (id, number, procedure_id, version_hash, applicant_id, draft_id, subject,
         applicant_name, stage, stage_role, open, due_on, entered_at, state, submitted_at)
       select id, 'X-' || id, procedure_id, version_hash, applicant_id, id, '多数亭', '', 'decision', 'approver',
         true, date '2030-01-01' + (random() * 5)::int, now(), '{"actors": {}}', now() from many`,
    );
    const seen: string[] = [];
    const followed: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const { body }: { body: QueuePage } = await official.get<QueuePage>(
        `/api/desk/applications?queue=stage:jitan-9:decision${cursor}`,
      );
      seen.push(...body.rows.map(({ id }) => id));
      const { body: following } = await official.get<FollowingPage>(
        `/api/desk/applications/following?queue=stage:jitan-9:decision${cursor}`,
      );
      followed.push(...following.ids);
      expect(following.next).toBe(body.next);
      next = body.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
    expect(followed).toEqual(seen);
  });
});
