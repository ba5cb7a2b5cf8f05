import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnnouncementList, AnnouncementView } from '../../src/announcements/announcement.dto.js';
import type {
  AnnouncementContent,
  AnnouncementOptions,
  AnnouncementPreview,
  DeskAnnouncementList,
  DeskAnnouncementView,
} from '../../src/announcements/desk/desk-announcement.dto.js';
import { RunAnnouncements } from '../../src/announcements/run-announcements.js';
import { eventually } from '../support/eventually.js';
import { startServer } from '../support/server.js';
import { submitJitan } from './support/notice-world.js';
import { type NoticeWorker, startNoticeWorker } from './support/notice-world.js';
import { openSmtpSink, type SmtpSink } from './support/smtp-sink.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

const content: AnnouncementContent = {
  title: '説明会を開きます',
  body: '見出し：日時\n| 回 | 日 |\n| 1 | 12月3日 |\n\n1　筆記用具をお持ちください。',
  english: null,
  important: false,
  audience: null,
  category: null,
  procedureId: 'jitan-9',
  target: { everybody: true, favourites: false, former: null, places: [] },
  startsAt: null,
  endsOn: null,
};

let test: TestApp;
let sink: SmtpSink;
let worker: NoticeWorker | undefined;
let writer: Visitor;
let approver: Visitor;
beforeAll(async () => {
  test = await startTestApp();
  sink = await openSmtpSink();
  worker = await startNoticeWorker(test, { SMTP_URL: sink.url });
  writer = await test.official('ogawa');
  approver = await test.official('maeda');
  await test.dataSource.query('update account set wants_news = true where mail = $1', ['naniwa@example.jp']);
});
afterAll(async () => {
  await worker?.stop();
  await sink.stop();
  await test.stop();
});

const at = (id: string, step = '') => `/api/desk/announcements/${id}${step}`;
const today = () => test.app.get(RunAnnouncements, { strict: false });

async function draft(changed: Partial<AnnouncementContent> = {}): Promise<DeskAnnouncementView> {
  const { body } = await writer.post<DeskAnnouncementView>('/api/desk/announcements', {
    id: randomUUID(),
    content: { ...content, ...changed },
  });
  return body;
}

async function asked(changed: Partial<AnnouncementContent> = {}): Promise<DeskAnnouncementView> {
  const { id, revision } = await draft(changed);
  return (await writer.post<DeskAnnouncementView>(at(id, '/ask'), { revision })).body;
}

async function published(changed: Partial<AnnouncementContent> = {}): Promise<DeskAnnouncementView> {
  const { id, digest } = await asked(changed);
  return (await approver.post<DeskAnnouncementView>(at(id, '/approve'), { digest })).body;
}

const mailed = (title: string) =>
  sink.mails.filter(({ subject }) => subject === title).flatMap(({ envelope }) => envelope.to);

const mailsOf = async (id: string) => (await writer.get<DeskAnnouncementView>(at(id))).body.mails;

describe('an announcement at the desk', () => {
  it('is seen by nobody outside until a second person has agreed to it', async () => {
    const { id, digest, state, may } = await asked({ title: '承認を待つ知らせ' });
    expect([state, may]).toEqual(['asked', ['take-back']]);
    expect((await test.visitor().get(`/api/announcements/${id}`)).status).toBe(404);
    const own = await writer.post<{ code: string }>(at(id, '/approve'), { digest });
    expect(own.status).toBe(403);
    const { body } = await approver.post<DeskAnnouncementView>(at(id, '/approve'), { digest });
    expect([body.state, body.approvedBy?.name]).toEqual(['published', '前田 学']);
    const { body: seen } = await test.visitor().get<AnnouncementView>(`/api/announcements/${id}`);
    expect(seen.body).toEqual([
      { kind: 'heading', text: '日時' },
      {
        kind: 'table',
        rows: [
          ['回', '日'],
          ['1', '12月3日'],
        ],
      },
      { kind: 'blank', text: '' },
      { kind: 'item', text: '1　筆記用具をお持ちください。' },
    ]);
    await eventually('its mail has come', () => mailed('承認を待つ知らせ').length > 0 || undefined);
    expect(mailed('承認を待つ知らせ')).toEqual(['naniwa@example.jp']);
  });

  it('is not approved by one who wrote it, even where they may approve', async () => {
    await test.dataSource.query(
      `insert into staff_role (staff_id, procedure_id, role) select id, '*', 'news_writer'
       from staff where login = 'maeda'`,
    );
    const both = await test.official('maeda');
    const { id, revision } = await draft();
    await both.put(at(id), { revision, content: { ...content, title: '前田も直した' } });
    const { body } = await writer.post<DeskAnnouncementView>(at(id, '/ask'), { revision: revision + 1 });
    const refused = await both.post<{ code: string }>(at(id, '/approve'), { digest: body.digest });
    expect(refused.body.code).toBe('announcement-own');
    await test.dataSource.query(
      `delete from staff_role where role = 'news_writer' and staff_id = (select id from staff where login = 'maeda')`,
    );
  });

  it('is approved as it was read, or not at all', async () => {
    const one = await asked();
    await writer.post(at(one.id, '/take-back'));
    const { body: again } = await writer.get<DeskAnnouncementView>(at(one.id));
    await writer.put(at(one.id), { revision: again.revision, content: { ...content, title: '書き換えた' } });
    await writer.post(at(one.id, '/ask'), { revision: again.revision + 1 });
    const { status, body } = await approver.post<{ code: string }>(at(one.id, '/approve'), {
      digest: one.digest,
    });
    expect([status, body.code]).toEqual([409, 'announcement-changed']);
  });

  it('says everything that is missing when it is to be approved', async () => {
    const { id, revision } = await draft({
      title: ' ',
      body: '',
      procedureId: null,
      english: { title: '', body: 'x' },
      startsAt: '2020-01-01T00:00:00Z',
      endsOn: '2019-12-31',
      target: { everybody: false, favourites: true, former: null, places: [] },
    });
    const { status, body } = await writer.post<{ problems: { path: string }[] }>(at(id, '/ask'), {
      revision,
    });
    expect(status).toBe(422);
    expect(body.problems.map(({ path }) => path)).toEqual([
      '/title',
      '/body',
      '/english.title',
      '/target',
      '/endsOn',
      '/startsAt',
    ]);
  });

  it('is changed by one person at a time, and sent twice it is one', async () => {
    const id = randomUUID();
    const both = await Promise.all([
      writer.post('/api/desk/announcements', { id, content }),
      writer.post('/api/desk/announcements', { id, content }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const first = { revision: 1, content: { ...content, title: '一人目' } };
    expect((await writer.put(at(id), first)).status).toBe(200);
    expect((await writer.put(at(id), first)).status).toBe(200);
    expect((await writer.put(at(id), { revision: 1, content })).status).toBe(409);
    expect((await writer.delete(at(id))).status).toBe(204);
    expect((await writer.get(at(id))).status).toBe(404);
  });

  it('is sent back with a reason, which its writers read', async () => {
    const { id } = await asked();
    expect((await approver.post(at(id, '/decline'), { reason: ' ' })).status).toBe(422);
    const { body } = await approver.post<DeskAnnouncementView>(at(id, '/decline'), {
      reason: '日付が違います。',
    });
    expect([body.state, body.events[0]]).toMatchObject([
      'draft',
      { action: 'decline', by: '前田 学', note: '日付が違います。' },
    ]);
  });

  it('is published at its time, once, however many workers look', async () => {
    const startsAt = new Date(Date.now() + 3_600_000).toISOString();
    const { id, state } = await published({ title: '予定の知らせ', startsAt });
    expect(state).toBe('planned');
    await today().run();
    expect((await test.visitor().get(`/api/announcements/${id}`)).status).toBe(404);
    await test.dataSource.query('update announcement set starts_at = now() where id = $1', [id]);
    await Promise.all([today().run(), today().run(), today().run()]);
    const { body } = await writer.get<DeskAnnouncementView>(at(id));
    expect(body.events.map(({ action }) => action)).toEqual(['publish', 'approve', 'ask', 'write']);
    await eventually('its mail has come', () => mailed('予定の知らせ').length > 0 || undefined);
    expect(mailed('予定の知らせ')).toEqual(['naniwa@example.jp']);
  });

  it('goes on with mails whose job was lost', async () => {
    await worker?.stop();
    const { id } = await published({ title: '失われた知らせ' });
    await test.dataSource.query(`delete from outbox where subject_id = $1`, [id]);
    await test.dataSource.query(
      `update announcement set spread_moved_at = now() - interval '3 minutes' where id = $1`,
      [id],
    );
    await today().run();
    worker = await startNoticeWorker(test, { SMTP_URL: sink.url });
    await eventually('its mail has come', () => mailed('失われた知らせ').length > 0 || undefined);
  });
});

describe('who gets the mail', () => {
  const count = async (changed: Partial<AnnouncementContent>): Promise<AnnouncementPreview['counts']> =>
    (await writer.post<AnnouncementPreview>(at(randomUUID(), '/preview'), { ...content, ...changed })).body
      .counts;
  const nobody = { byMail: 0, portalOnly: 0, otherKind: 0, otherPlace: 0, guests: 0, closed: 0 };

  it('is counted before it goes, with those left out and why', async () => {
    expect(await count({})).toEqual({ ...nobody, byMail: 1, portalOnly: 2 });
    expect(await count({ important: true })).toEqual({ ...nobody, byMail: 3 });
    expect(await count({ important: true, audience: 'business' })).toEqual({
      ...nobody,
      byMail: 2,
      otherKind: 1,
    });
    const places = { ...content.target, places: ['大阪市北区'] };
    // 難波 is in 中央区; the third lives in 北区, as the second does.
    expect(await count({ important: true, target: places })).toEqual({ ...nobody, byMail: 2, otherPlace: 1 });
    await test.dataSource.query(`update account set disabled_at = now() where mail = 'kitano@example.jp'`);
    expect(await count({ important: true })).toEqual({ ...nobody, byMail: 2, closed: 1 });
    await test.dataSource.query(`update account set disabled_at = null where mail = 'kitano@example.jp'`);
  });

  it('is who applied, in the stage that was chosen', async () => {
    const { applicationId } = await submitJitan(test, '宛先亭');
    const [row] = await test.dataSource.query<{ stage: string }[]>(
      'select stage from application where id = $1',
      [applicationId],
    );
    const former = (stages: string[]) => ({
      important: true,
      target: {
        everybody: false,
        favourites: false,
        former: { procedureId: 'jitan-9', stages },
        places: [],
      },
    });
    expect((await count(former([]))).byMail).toBe(1);
    expect((await count(former([row?.stage ?? '']))).byMail).toBe(1);
    expect((await count(former(['paid']))).byMail).toBe(0);
    const { body } = await writer.get<AnnouncementOptions>('/api/desk/announcement-options');
    const jitan = body.procedures.find(({ id }) => id === 'jitan-9');
    expect(jitan?.stages.map(({ name }) => name)).toContain(row?.stage);
  });

  it('takes no sign of a place for a pattern', async () => {
    const wild = { ...content.target, places: ['%', '大阪府大阪市_央区'] };
    expect((await count({ important: true, target: wild })).byMail).toBe(0);
  });

  it('shows the mail as it will be read', async () => {
    const { body } = await writer.post<AnnouncementPreview>(at(randomUUID(), '/preview'), {
      ...content,
      important: true,
      english: { title: 'Meeting', body: 'Come and see.' },
    });
    expect(body.mail.subject).toBe('【重要】説明会を開きます');
    expect(body.mail.text).toContain('■ 日時\n・回：日\n・1：12月3日\n');
    expect(body.mail.text).toContain('■ [English] Meeting\nCome and see.\n');
  });
});

describe('what is out', () => {
  it('is corrected by two, says so, and keeps what it said', async () => {
    const { id } = await published({ title: '誤りのある知らせ' });
    const words = {
      title: '正しい知らせ',
      body: '12月11日です。',
      english: null,
      note: '日付を直しました。',
    };
    expect((await writer.post(at(id, '/corrections'), { ...words, note: '' })).status).toBe(422);
    const { body: waiting } = await writer.post<DeskAnnouncementView>(at(id, '/corrections'), words);
    const [correction] = waiting.corrections;
    expect((await writer.post(at(id, '/corrections'), words)).status).toBe(409);
    expect((await writer.post(at(id, '/corrections/make'), { digest: correction?.digest })).status).toBe(403);
    const { body } = await approver.post<DeskAnnouncementView>(at(id, '/corrections/make'), {
      digest: correction?.digest,
    });
    expect(body.corrections[0]).toMatchObject({ state: 'made', was: { title: '誤りのある知らせ' } });
    const { body: seen } = await test.visitor().get<AnnouncementView>(`/api/announcements/${id}`);
    expect(seen).toMatchObject({ title: '正しい知らせ', corrections: [{ note: '日付を直しました。' }] });
  });

  it('is withdrawn at once, and its address says why', async () => {
    const { id } = await published({ title: '取り下げる知らせ' });
    await approver.post(at(id, '/withdraw'), { reason: '中止になりました。' });
    const { body } = await test.visitor().get<AnnouncementView>(`/api/announcements/${id}`);
    expect(body).toMatchObject({ body: [], withdrawn: { note: '中止になりました。' } });
    const { body: list } = await test.visitor().get<AnnouncementList>('/api/announcements');
    expect(list.announcements.map((one) => one.id)).not.toContain(id);
    const { body: desk } = await writer.get<DeskAnnouncementList>('/api/desk/announcements');
    expect(desk.published.find((one) => one.id === id)?.state).toBe('withdrawn');
  });

  it('is nobody’s to write who has no role for it', async () => {
    const reader = await test.official('nakamura');
    expect((await reader.get('/api/desk/announcements')).status).toBe(200);
    expect((await reader.post('/api/desk/announcements', { id: randomUUID(), content })).status).toBe(403);
    expect((await approver.post('/api/desk/announcements', { id: randomUUID(), content })).status).toBe(403);
    const reviewer = await test.official('sato');
    expect((await reviewer.get('/api/desk/announcements')).status).toBe(403);
  });

  it('stands in the sealed record, step by step', async () => {
    const { id } = await published({ title: '記録される知らせ' });
    const rows = await test.dataSource.query<{ action: string }[]>(
      `select body::jsonb ->> 'action' as action from audit_event
       where body::jsonb -> 'subject' ->> 'id' = $1 order by id`,
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'announcement.write',
      'announcement.ask',
      'announcement.approve',
      'announcement.publish',
    ]);
  });
});

describe('mails to many people', () => {
  /** More than a block of them. `npm run test:faults` has 2,000. */
  const people = Number(process.env['FAULT_PEOPLE'] ?? 600);
  const left = () => new Set(mailed('【重要】大勢への知らせ'));
  /** Milliseconds: fifty mails in a second, on a machine that has other work. */
  const patience = 60_000 + people * 20;

  it(
    'are held, go on, and leave nobody out and nobody twice when the worker is killed',
    async () => {
      await worker?.stop();
      worker = undefined;
      await test.dataSource.query(
        `insert into account (id, mail, mail_key)
       select gen_random_uuid(), 'n' || n || '@example.jp', 'n' || n || '@example.jp' from generate_series(1, $1) as n`,
        [people - 3],
      );
      const { id } = await published({ title: '大勢への知らせ', important: true });
      const { options } = test.dataSource;
      const database = (options.type === 'postgres' ? (options.url ?? '') : '') as `postgres${string}`;
      const env = {
        ROLE: 'all',
        SMTP_URL: sink.url,
        MAIL_RATE: '1000',
        LOG_LEVEL: 'error',
        WORKER_CONCURRENCY: '5',
      };
      const first = await startServer({ database, env });
      await eventually('some have left', () => left().size > people / 8 || undefined, patience);
      await first.kill();
      await first.stop();
      const second = await startServer({ database, env });
      try {
        await eventually('more have left', () => left().size > people / 3 || undefined, patience);
        await writer.post(at(id, '/pause'));
        const held = left().size;
        expect((await mailsOf(id))?.state).toBe('held');
        // Its jobs come all the same, and do nothing: those of another go past them.
        await published({ title: 'あいだの知らせ' });
        await eventually(
          'another has come',
          () => mailed('あいだの知らせ').length > 0 || undefined,
          patience,
        );
        expect(left().size).toBeLessThanOrEqual(held + 1);
        await writer.post(at(id, '/resume'));
        await eventually('all have left', () => left().size === people || undefined, patience);
        await eventually('and it says so', async () => (await mailsOf(id))?.state === 'done' || undefined);
      } finally {
        await second.stop();
      }
      expect(await mailsOf(id)).toMatchObject({
        expected: people,
        sent: people,
        waiting: 0,
        undeliverable: 0,
      });
      // A mail that was handed over the very moment of the kill is handed over again, and is the same mail.
      const own = sink.mails.filter(({ subject }) => subject === '【重要】大勢への知らせ');
      expect(new Set(own.map(({ messageId }) => messageId)).size).toBe(people);
      expect(own.length - people).toBeLessThanOrEqual(1);
    },
    4 * patience,
  );

  it(
    'are ended for good when somebody stops them',
    async () => {
      const { id } = await published({ title: '止める知らせ', important: true });
      const { body } = await writer.post<DeskAnnouncementView>(at(id, '/stop-mails'));
      expect(body.mails).toMatchObject({ state: 'stopped', waiting: 0 });
      worker = await startNoticeWorker(test, { SMTP_URL: sink.url });
      const after = await published({ title: 'そのあとの知らせ' });
      const later = () => mailed('そのあとの知らせ').length > 0 || undefined;
      await eventually('a later one has come', later, patience);
      expect(after.state).toBe('published');
      expect(mailed('【重要】止める知らせ')).toEqual([]);
      expect((await test.visitor().get(`/api/announcements/${id}`)).status).toBe(200);
    },
    2 * patience,
  );
});
