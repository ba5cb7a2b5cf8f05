import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnnouncementList, AnnouncementView } from '../../src/announcements/announcement.dto.js';
import { EndAnnouncement } from '../../src/announcements/end-announcement.js';
import { type NewAnnouncement, PublishAnnouncement } from '../../src/announcements/publish-announcement.js';
import type { Favourites } from '../../src/favourites/favourite.dto.js';
import { newId } from '../../src/database/id.js';
import { runAt } from '../support/command-line.js';
import { eventually } from '../support/eventually.js';
import { type NoticeWorker, startNoticeWorker } from './support/notice-world.js';
import { openSmtpSink, type SmtpSink, type SunkMail } from './support/smtp-sink.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

const news: NewAnnouncement = {
  title: '受付期間を延長します',
  body: '受付を12月13日まで延長します。\n\nお手元の書類をご確認ください。',
  english: { title: 'More time to apply', body: 'You can apply until 13 December.' },
  important: false,
  audience: null,
  category: null,
  procedureId: 'jitan-9',
  endsAt: null,
};

let test: TestApp;
let sink: SmtpSink;
let worker: NoticeWorker;
let naniwa: Visitor;
beforeAll(async () => {
  test = await startTestApp();
  sink = await openSmtpSink();
  worker = await startNoticeWorker(test, { SMTP_URL: sink.url });
  naniwa = await test.applicant();
});
afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await test.stop();
});

const publish = (one: Partial<NewAnnouncement> = {}) =>
  new PublishAnnouncement(test.dataSource).run({ ...news, ...one });

/** Everybody who wanted it has their mail. */
async function spread(id: string): Promise<void> {
  await eventually('all its mails have left', async () => {
    const [row] = await test.dataSource.query<{ done: boolean }[]>(
      `select spread_at is not null and not exists (
         select 1 from announcement_mail where announcement_id = $1 and state = 'queued') as done
       from announcement where id = $1`,
      [id],
    );
    return row?.done === true ? true : undefined;
  });
}

const mailed = (title: string) =>
  sink.mails.filter(({ subject }) => subject === title).flatMap(({ envelope }) => envelope.to);

const headerOf = (mail: SunkMail, name: string) => mail.headers.find(({ key }) => key === name)?.value;

const wantNews = (mail: string) =>
  test.dataSource.query('update account set wants_news = true where mail = $1', [mail]);

const mark = (kind: 'category' | 'procedure', name: string, marked = true) =>
  naniwa.put('/api/favourites', { kind, name, marked });

describe('an announcement', () => {
  it('is read by everybody, in the language of the reader', async () => {
    const id = await publish();
    const { body } = await test.visitor().get<AnnouncementView>(`/api/announcements/${id}`, {
      'accept-language': 'en',
    });
    expect(body).toMatchObject({
      title: 'More time to apply',
      language: 'en',
      procedure: { id: 'jitan-9' },
    });
    const list = await test.visitor().get<AnnouncementList>('/api/announcements?procedure=jitan-9');
    expect(list.body.announcements[0]).toMatchObject({ id, title: '受付期間を延長します', language: 'ja' });
  });

  it('stays Japanese, and says so, where nobody translated it', async () => {
    const id = await publish({ english: null });
    const { body } = await test
      .visitor()
      .get<AnnouncementView>(`/api/announcements/${id}`, { 'accept-language': 'en' });
    expect(body).toMatchObject({ title: '受付期間を延長します', language: 'ja' });
  });

  it('is gone once it was taken down', async () => {
    const id = await publish();
    expect(await new EndAnnouncement(test.dataSource).run(id)).toBe(true);
    expect((await test.visitor().get(`/api/announcements/${id}`)).status).toBe(404);
    expect(await new EndAnnouncement(test.dataSource).run(id)).toBe(false);
  });

  it('comes in pages, newest first, none twice', async () => {
    for (let n = 0; n < 25; n++) await publish({ category: '頁の例', title: `知らせ${n}` });
    const first = await test
      .visitor()
      .get<AnnouncementList>(`/api/announcements?category=${encodeURIComponent('頁の例')}`);
    const second = await test
      .visitor()
      .get<AnnouncementList>(
        `/api/announcements?category=${encodeURIComponent('頁の例')}&before=${first.body.next}`,
      );
    const titles = [...first.body.announcements, ...second.body.announcements].map(({ title }) => title);
    expect(titles).toEqual(Array.from({ length: 25 }, (_, n) => `知らせ${24 - n}`));
    expect(second.body.next).toBeNull();
  });
});

describe('by mail', () => {
  it('goes to those who asked for news and marked its procedure, with a way to stop', async () => {
    await wantNews('naniwa@example.jp');
    await wantNews('kitano@example.jp');
    expect((await mark('procedure', 'jitan-9')).status).toBe(204);
    await spread(await publish({ title: '延長の知らせ' }));
    expect(mailed('延長の知らせ')).toEqual(['naniwa@example.jp']);
    const mail = sink.mails.find(({ subject }) => subject === '延長の知らせ');
    expect(mail?.text).toContain('You can apply until 13 December.');
    expect(mail && headerOf(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  it('is English alone for whoever wants mails in English, where it has English', async () => {
    await naniwa.put('/api/account/language', { language: 'en' });
    await spread(await publish({ english: { title: 'In English', body: 'Open until Friday.' } }));
    await spread(await publish({ title: '日本語だけの知らせ', english: null }));
    await naniwa.put('/api/account/language', { language: 'ja' });
    const mail = sink.mails.find(({ subject }) => subject === 'In English');
    expect(mail?.text).toContain('Open until Friday.');
    expect(mail?.text).not.toMatch(/[ぁ-んァ-ン]/);
    expect(mailed('日本語だけの知らせ')).toEqual(['naniwa@example.jp']);
  });

  it('an important one goes to everybody, and cannot be stopped', async () => {
    await spread(await publish({ title: '大切な知らせ', important: true }));
    expect(new Set(mailed('【重要】大切な知らせ'))).toEqual(
      new Set(['naniwa@example.jp', 'kitano@example.jp', 'nakanoshima@example.jp']),
    );
    const mail = sink.mails.find(({ subject }) => subject === '【重要】大切な知らせ');
    expect(mail && headerOf(mail, 'list-unsubscribe')).toBeUndefined();
  });

  it('keeps to the audience', async () => {
    await spread(await publish({ title: '事業者への知らせ', important: true, audience: 'business' }));
    // The third is both: a person, and a business.
    expect(new Set(mailed('【重要】事業者への知らせ'))).toEqual(
      new Set(['naniwa@example.jp', 'nakanoshima@example.jp']),
    );
  });

  it('is stopped with one press, by the mail program or by the page', async () => {
    const mail = sink.mails.find(({ subject }) => subject === '延長の知らせ');
    const address = /<([^>]+)>/.exec((mail && headerOf(mail, 'list-unsubscribe')) ?? '')?.[1] ?? '';
    const stopped = await test.app.inject({
      method: 'POST',
      url: new URL(address).pathname,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    expect(stopped.statusCode).toBe(204);
    expect((await naniwa.get<Favourites>('/api/favourites')).body.wantsNews).toBe(false);
    await spread(await publish({ title: '止めたあとの知らせ' }));
    expect(mailed('止めたあとの知らせ')).toEqual([]);
  });

  it('answers a wrong token the same', async () => {
    expect((await test.visitor().post(`/stop-news/${newId()}`)).status).toBe(204);
  });

  it('reaches more people than fit in one batch, each once', async () => {
    await test.dataSource.query(
      `insert into account (id, mail, mail_key) select gen_random_uuid(), 'p' || n || '@example.jp', 'p' || n || '@example.jp'
       from generate_series(1, 1100) as n`,
    );
    const id = await publish({ title: '千人への知らせ', important: true });
    await eventually('all are owed', async () => {
      const [row] = await test.dataSource.query<{ done: boolean; count: number; all: number }[]>(
        `select spread_at is not null as done,
           (select count(*)::int from announcement_mail where announcement_id = $1) as count,
           (select count(*)::int from account) as all
         from announcement where id = $1`,
        [id],
      );
      return row?.done ? row : undefined;
    }).then((row) => expect(row.count).toBe(row.all));
    await new EndAnnouncement(test.dataSource).run(id);
  });
});

describe('favourites', () => {
  it('are marked and unmarked, by their owner', async () => {
    const { body } = await naniwa.get<Favourites>('/api/favourites');
    const [category] = body.categories;
    expect(category).toBeDefined();
    await mark('category', category?.name ?? '');
    const after = await naniwa.get<Favourites>('/api/favourites');
    expect(after.body.categories.filter(({ marked }) => marked)).toEqual([{ ...category, marked: true }]);
    expect(after.body.procedures.map(({ id }) => id)).toEqual(['jitan-9']);
    await mark('procedure', 'jitan-9', false);
    expect((await naniwa.get<Favourites>('/api/favourites')).body.procedures).toEqual([]);
  });

  it('can be nothing that is not there', async () => {
    expect((await mark('procedure', 'no-such-thing')).status).toBe(404);
  });

  it('are nobody else’s', async () => {
    const kitano = await test.applicant('kitano@example.jp');
    expect(
      (await kitano.get<Favourites>('/api/favourites')).body.categories.every(({ marked }) => !marked),
    ).toBe(true);
    expect((await test.visitor().get('/api/favourites')).status).toBe(401);
  });
});

describe('tetsuzuki announce', () => {
  let folder: string;
  const before = process.env.DATABASE_URL;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'announce-'));
    const { options } = test.dataSource;
    process.env.DATABASE_URL = options.type === 'postgres' ? options.url : '';
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
  });
  const announce = (text: string) => {
    writeFileSync(join(folder, 'news.md'), text);
    return runAt(folder, ['announce', join(folder, 'news.md'), '--json']);
  };

  it('publishes a file, and takes it down again', async () => {
    const { status, stdout } = await announce(
      '---\ntitle: 窓口のお休み\ntitle_en: Closed\nends_on: 2099-12-31\n---\n窓口は1月3日まで休みます。\n---\nThe office is closed until 3 January.\n',
    );
    expect(status).toBe(0);
    const { id } = JSON.parse(stdout) as { id: string };
    const { body } = await test.visitor().get<AnnouncementView>(`/api/announcements/${id}`);
    expect(body).toMatchObject({
      title: '窓口のお休み',
      body: [{ kind: 'paragraph', text: '窓口は1月3日まで休みます。' }],
    });
    expect((await runAt(folder, ['announce', '--end', id])).stdout).toBe('お知らせを下げました。\n');
    expect((await test.visitor().get(`/api/announcements/${id}`)).status).toBe(404);
  });

  it('says everything that is wrong with a file', async () => {
    const { status, stdout } = await announce(
      '---\nimportant: maybe\naudience: all\nends_on: 2026-02-30\n---\n\n---\nEnglish only\n',
    );
    expect(status).toBe(1);
    const { faults } = JSON.parse(stdout) as { faults: { ja: string }[] };
    expect(faults.map(({ ja }) => ja)).toEqual([
      expect.stringContaining('題名'),
      expect.stringContaining('本文がありません'),
      expect.stringContaining('title_en'),
      'important は yes か no です。',
      expect.stringContaining('audience'),
      expect.stringContaining('暦にある日付'),
    ]);
  });

  it('knows no procedure that is not published', async () => {
    const { status, stderr } = await announce('---\ntitle: 例\nprocedure: no-such\n---\n本文\n');
    expect(status).toBe(2);
    expect(stderr).toContain('手続「no-such」は公開されていません。');
  });
});
