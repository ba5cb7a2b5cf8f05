import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import type { TermsView } from '../../src/accounts/terms/terms.dto.js';
import type { ApplicantApplicationView } from '../../src/applications/application.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import { eventually } from '../support/eventually.js';
import { hasRedis, startRedis, type TestRedis } from '../support/redis.js';
import {
  noticesOf,
  type NoticeRow,
  type NoticeWorker,
  oweMessages,
  startNoticeWorker,
  submitJitan,
} from './support/notice-world.js';
import { openSmtpSink, type SmtpSink } from './support/smtp-sink.js';
import { startTestApp, type TestApp } from './support/test-app.js';

describe.each([
  ['PostgreSQL', true],
  ['Redis (skipped where none is installed)', hasRedis],
] as const)('mail by way of %s', (name, available) => {
  const test = available ? it : it.skip;
  let redis: TestRedis | undefined;
  let app: TestApp;
  let receipt: Receipt;
  let sink: SmtpSink;
  let workers: NoticeWorker[] = [];

  beforeAll(async () => {
    if (!available) return;
    if (name !== 'PostgreSQL') redis = await startRedis();
    app = await startTestApp();
    receipt = await submitJitan(app, 'なにわ酒場 法善寺店');
  });
  afterAll(async () => {
    if (!available) return;
    await app.stop();
    await redis?.stop();
  });
  beforeEach(async () => {
    workers = [];
    sink = await openSmtpSink();
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await sink.stop();
  });

  async function work(): Promise<NoticeWorker> {
    const env = { SMTP_URL: sink.url, ...(redis ? { REDIS_URL: redis.url } : {}) };
    const worker = await startNoticeWorker(app, env);
    workers.push(worker);
    return worker;
  }

  async function settled(id: string): Promise<NoticeRow> {
    return eventually('the message is settled', async () => {
      const rows = await app.dataSource.query<NoticeRow[]>('select * from notice where id = $1', [id]);
      return rows.find(({ state }) => state !== 'queued');
    });
  }

  test('the message of a submitted application arrives, once, as text and HTML', async () => {
    await work();
    const message = await eventually('it is sent', async () =>
      (await noticesOf(app, receipt.applicationId)).find(({ state }) => state === 'sent'),
    );
    expect(sink.mails).toHaveLength(1);
    const [mail] = sink.mails;
    expect(mail).toMatchObject({
      envelope: { from: 'no-reply@tetsuzuki.example.jp', to: ['naniwa@example.jp'] },
      from: { name: '大阪府 手続ポータル', address: 'no-reply@tetsuzuki.example.jp' },
      subject: `【大阪府】申請を受け付けました（申込番号 ${receipt.number}）`,
      messageId: `<${message.id}@tetsuzuki.example.jp>`,
    });
    expect(mail?.text).toContain('なにわ酒場 法善寺店');
    expect(mail?.html).toContain(`<td>${receipt.number}</td>`);
    expect(message).toMatchObject({
      attempts: 1,
      last_error: null,
      text: expect.stringContaining(receipt.number),
    });

    const applicant = await app.applicant();
    const { body } = await applicant.get<ApplicantApplicationView>(
      `/api/applications/${receipt.applicationId}`,
    );
    expect(body.notices.find(({ id }) => id === message.id)).toMatchObject({
      state: 'sent',
      text: message.text,
    });
  });

  test('a server that says "later" gets it later', async () => {
    let refusals = 2;
    sink.onMail = async () => (refusals-- > 0 ? '451 Greylisted' : undefined);
    await work();
    const [id = ''] = await oweMessages(app, receipt.applicationId, 1);
    expect(await settled(id)).toMatchObject({ state: 'sent', attempts: 3, last_error: null });
    expect(sink.mails).toHaveLength(1);
  });

  test('an address that the server does not know is undeliverable at once, and the text can still be read', async () => {
    let asked = 0;
    sink.onRecipient = () => `550 ${++asked} No such user`;
    await work();
    const [id = ''] = await oweMessages(app, receipt.applicationId, 1);
    expect(await settled(id)).toMatchObject({
      state: 'undeliverable',
      attempts: 1,
      last_error: 'RCPT TO 550 EENVELOPE',
      message_id: null,
      text: expect.stringContaining(receipt.number),
    });
    expect(asked).toBe(1);
  });

  test('a server that never takes it is asked so often and no more; then the row says so', async () => {
    sink.onMail = async () => '452 Disk full';
    await work();
    const [id = ''] = await oweMessages(app, receipt.applicationId, 1);
    expect(await settled(id)).toMatchObject({
      state: 'undeliverable',
      attempts: 3,
      last_error: 'DATA 452 EMESSAGE',
    });
  });

  test('a mail that was taken while the database was away is written down as sent, and not sent again', async () => {
    let lost = false;
    sink.onMail = async () => {
      if (lost) return undefined;
      lost = true;
      await app.dataSource.query(
        `select pg_terminate_backend(a.pid) from pg_stat_activity a join pg_locks l on l.pid = a.pid
         where a.datname = current_database() and l.locktype = 'advisory'`,
      );
      return undefined;
    };
    await work();
    const [id = ''] = await oweMessages(app, receipt.applicationId, 1);
    expect(await settled(id)).toMatchObject({ state: 'sent' });
    expect(sink.mails.map(({ messageId }) => messageId)).toEqual([`<${id}@tetsuzuki.example.jp>`]);
  });

  test('while a mail server is slow no transaction is open, and a second code can be asked for', async () => {
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    let spokenTo = 0;
    sink.onMail = async () => {
      spokenTo += 1;
      await answered;
      return undefined;
    };
    await work();
    const visitor = app.visitor();
    const { body } = await visitor.get<TermsView>('/api/terms');
    const ask = (mail: string) =>
      visitor.post('/api/registration', { mail, mailAgain: mail, termsVersion: body.version });
    expect((await ask('mistyped@example.jp')).status).toBe(204);
    await eventually('the first code is under way', () => spokenTo === 1 || undefined);
    // One that was open for the mail would stay so until the server answers.
    await eventually('no transaction is open', async () => {
      const open = await app.dataSource.query<unknown[]>(
        `select 1 from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
      );
      return open.length === 0 || undefined;
    });
    // The browser's first registration is given up by it, with the mail that is under way.
    expect((await ask('slow@example.jp')).status).toBe(204);
    answer();
    const codes = await eventually('both have come', () =>
      sink.mails.length === 2 ? sink.mails.map(({ text }) => /\d{6}/.exec(text ?? '')?.[0] ?? '') : undefined,
    );
    const confirm = (code = '') => visitor.post('/api/registration/confirm', { code });
    if (codes[0] !== codes[1]) expect((await confirm(codes[0])).status).toBe(422);
    expect((await confirm(codes[1])).status).toBe(204);
  });

  test('two workers send each message once', async () => {
    await Promise.all([work(), work()]);
    const ids = await oweMessages(app, receipt.applicationId, 100);
    await eventually('all are sent', () => sink.mails.length >= 100 || undefined);
    await settled(ids.at(-1) ?? '');
    const expected = ids.map((id) => `<${id}@tetsuzuki.example.jp>`);
    expect(sink.mails.map(({ messageId }) => messageId).sort()).toEqual(expected.sort());
  });

  test('a code is there while two thousand letters are on their way', async () => {
    const ids = await oweMessages(app, receipt.applicationId, 2_000);
    await work();
    await eventually('the first letters have left', () => sink.mails.length >= 20 || undefined);
    const visitor = app.visitor();
    const { body } = await visitor.get<TermsView>('/api/terms');
    const mail = 'waiting@example.jp';
    await visitor.post('/api/registration', { mail, mailAgain: mail, termsVersion: body.version });
    await eventually(
      'the code has come',
      () => sink.mails.some(({ envelope }) => envelope.to[0] === mail) || undefined,
    );
    expect(sink.mails.length).toBeLessThan(1_000);
    await app.dataSource.query(
      `update notice set state = 'undeliverable' where id = any($1) and state = 'queued'`,
      [ids],
    );
  });

  if (name !== 'PostgreSQL') {
    test('a queue that is lost with everything in it costs no mail and doubles none', async () => {
      let open: () => void = () => undefined;
      const opened = new Promise<void>((resolve) => (open = resolve));
      sink.onMail = () => opened.then(() => undefined);
      await work();
      const ids = await oweMessages(app, receipt.applicationId, 300);
      await eventually('all are in the queue', async () => {
        const rows = await app.dataSource.query<unknown[]>('select 1 from outbox limit 1');
        return rows.length === 0 || undefined;
      });
      const client = new Redis(redis?.url ?? '');
      await client.flushall();
      client.disconnect();
      open();
      await eventually('all are sent', () => sink.mails.length >= 300 || undefined);
      await Promise.all(ids.map(settled));
      const expected = ids.map((id) => `<${id}@tetsuzuki.example.jp>`);
      expect(sink.mails.map(({ messageId }) => messageId).sort()).toEqual(expected.sort());
    });
  }
});
