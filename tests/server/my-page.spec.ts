import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ApplicantApplicationView, ApplicationList } from '../../src/applications/application.dto.js';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import type { WaitingView } from '../../src/applications/waiting.dto.js';
import type { NoticeList } from '../../src/notices/notice-list.dto.js';
import type { DeskReadingList, ReadingList } from '../../src/readings/reading.dto.js';
import { submitJitan } from './support/notice-world.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('my page', () => {
  let test: TestApp;
  let applicant: Visitor;
  let official: Visitor;
  const ids: string[] = [];
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
    official = await test.official('sato');
    for (const store of ['梅田一号店', 'ＵＭＥＤＡ二号店', '難波三号店']) {
      ids.push((await submitJitan(test, store)).applicationId);
    }
  });
  afterAll(() => test.stop());

  const list = async (query: string) =>
    (await applicant.get<ApplicationList>(`/api/applications${query}`)).body.applications.map(
      ({ subject }) => subject,
    );
  const show = async (id = ids[0]) =>
    (await applicant.get<ApplicantApplicationView>(`/api/applications/${id}`)).body;

  it('finds applications by a part of what they are about, in whatever width it is written', async () => {
    expect(await list('?q=一号')).toEqual(['梅田一号店']);
    expect(await list(`?q=${encodeURIComponent('umeda 二')}`)).toEqual(['ＵＭＥＤＡ二号店']);
    expect(await list('?q=営業時間短縮')).toHaveLength(3);
    expect(await list(`?q=${encodeURIComponent("%' or 1=1")}`)).toEqual([]);
    const { number } = await show();
    expect(await list(`?q=${number.slice(-9)}`)).toEqual(['梅田一号店']);
  });

  it('parts what goes on from what has ended', async () => {
    await applicant.post(`/api/applications/${ids[2]}/withdraw`, { reason: '店を閉めたため' });
    expect(await list('?show=open')).toEqual(['ＵＭＥＤＡ二号店', '梅田一号店']);
    expect(await list('?show=closed')).toEqual(['難波三号店']);
  });

  it('goes on where the page before ended', async () => {
    await test.dataSource.query(
      `with old as (select * from application where id = $1), drafts as (
         insert into draft (id, applicant_id, procedure_id, version_hash, kind, state, answers)
         select gen_random_uuid(), applicant_id, procedure_id, version_hash, 'application', 'submitted', '{}'
         from old, generate_series(1, 20) returning id
       )
       insert into application (id, number, procedure_id, version_hash, applicant_id, draft_id, subject, applicant_name,
         stage, open, entered_at, state, submitted_at)
       select drafts.id, number || drafts.id, procedure_id, version_hash, applicant_id, drafts.id, '過去の申請',
         applicant_name, stage, false, entered_at, state, submitted_at - interval '1 day'
       from old, drafts`,
      [ids[0]],
    );
    const { body: first } = await applicant.get<ApplicationList>('/api/applications');
    const { body: second } = await applicant.get<ApplicationList>(`/api/applications?cursor=${first.next}`);
    const seen = [...first.applications, ...second.applications].map(({ id }) => id);
    expect([first.applications.length, new Set(seen).size, second.next]).toEqual([20, 23, null]);
    expect((await applicant.get('/api/applications?cursor=AAAA')).status).toBe(422);
    expect((await applicant.get('/api/notices?cursor=AAAA')).status).toBe(422);
  });

  it('tells whose move it is, what comes next, and where it goes by itself', async () => {
    expect(await show()).toMatchObject({
      turn: 'office',
      department: '商工労働部 中小企業支援室 経営支援課',
      ahead: ['第2次審査中', '最終審査中', '支給決定'],
      submissions: [{ n: 1, at: expect.any(String) }],
      messages: { count: 0, unread: 0 },
      correction: null,
    });
    expect(await show(ids[2])).toMatchObject({ turn: 'nobody', ahead: [] });
  });

  it('shows what waits: a correction to answer and a message to read', async () => {
    const { body: before } = await applicant.get<WaitingView>('/api/waiting');
    expect(before).toEqual({ mailTrouble: false, corrections: [], messages: [], notices: [], drafts: [] });
    const { body: desk } = await official.get<DeskApplicationView>(`/api/desk/applications/${ids[0]}`);
    await official.post(`/api/desk/applications/${ids[0]}/messages`, {
      key: randomUUID(),
      body: '確認のお願いです。',
      files: [],
    });
    await official.post(`/api/desk/applications/${ids[0]}/actions/ask_correction`, {
      lock: desk.lock,
      reason: '名義を確認',
      publicReason: '口座の名義が申請者と違っています。通帳のとおりに直してください。',
      targets: [{ path: '/bank/holder_kana', comment: '通帳のとおりに' }],
    });
    const { body } = await applicant.get<WaitingView>('/api/waiting');
    expect(body).toMatchObject({
      corrections: [{ applicationId: ids[0], subject: '梅田一号店', dueOn: expect.any(String) }],
      messages: [{ applicationId: ids[0], unread: 1 }],
    });
    expect(await show()).toMatchObject({
      turn: 'applicant',
      correction: { late: false, unanswered: '第2次審査中' },
    });
  });

  it('shows every mail and notice of all applications', async () => {
    const { body } = await applicant.get<NoticeList>('/api/notices');
    expect(body.notices.length).toBeGreaterThan(4);
    expect(body.notices[0]).toMatchObject({ applicationId: expect.any(String), number: expect.any(String) });
    const { body: others } = await (
      await test.applicant('kitano@example.jp')
    ).get<NoticeList>('/api/notices');
    expect(others.notices).toEqual([]);
  });

  it('tells the applicant which department has opened the file, and colleagues who', async () => {
    await official.get(`/api/desk/applications/${ids[1]}`);
    await official.get(`/api/desk/applications/${ids[1]}`);
    await (await test.official('suzuki')).get(`/api/desk/applications/${ids[1]}`);
    expect((await (await test.official('watanabe')).get(`/api/desk/applications/${ids[1]}`)).status).toBe(
      404,
    );
    const { body } = await applicant.get<ReadingList>(`/api/applications/${ids[1]}/readings`);
    expect(body.readings).toMatchObject([
      { department: '商工労働部 協力金審査班', roles: ['二次審査員', '決裁者'], people: 1 },
      { department: '商工労働部 協力金審査班', roles: ['一次審査員'], people: 1 },
    ]);
    const english = await applicant.get<ReadingList>(`/api/applications/${ids[1]}/readings`, {
      'accept-language': 'en',
    });
    expect(english.body.readings.map(({ roles }) => roles)).toEqual([
      ['Second reviewer', 'Approver'],
      ['First reviewer'],
    ]);
    expect(JSON.stringify(body)).not.toContain('佐藤');
    const { body: desk } = await official.get<DeskReadingList>(`/api/desk/applications/${ids[1]}/readings`);
    expect(desk.readings).toMatchObject([
      { name: '鈴木 恵', times: 1 },
      { name: '佐藤 健', times: 1 },
    ]);
  });

  it.each([
    [
      'a file',
      'tanaka',
      (view: ApplicantApplicationView) => `/api/attachments/${view.attachments[0]?.id}/content`,
    ],
    [
      'the answers as PDF',
      'yamamoto',
      (view: ApplicantApplicationView) => `/api/applications/${view.id}/answers/pdf`,
    ],
  ])('records an official who opens %s by its address, and no applicant', async (_, login, addressOf) => {
    await test.dataSource.query('delete from reading where application_id = $1', [ids[1]]);
    const view = await show(ids[1]);
    expect((await applicant.get(addressOf(view))).status).toBe(200);
    expect((await (await test.official(login)).get(addressOf(view))).status).toBe(200);
    const { body } = await applicant.get<ReadingList>(`/api/applications/${ids[1]}/readings`);
    expect(body.readings).toMatchObject([{ roles: [expect.stringContaining('決裁者')], people: 1 }]);
  });
});
