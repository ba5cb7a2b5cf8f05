import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AccountView } from '../../src/accounts/account.dto.js';
import type { WaitingView } from '../../src/applications/waiting.dto.js';
import type { CaseDeliveries, DeliveriesView } from '../../src/deliveries/delivery.dto.js';
import { FetchReports } from '../../src/deliveries/intake/fetch-reports.js';
import { WatchUnopened } from '../../src/deliveries/watch-unopened.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import type { LetterList } from '../../src/paper-applications/paper.dto.js';
import { eventually } from '../support/eventually.js';
import {
  noticesOf,
  type NoticeWorker,
  oweTo,
  startNoticeWorker,
  submitJitan,
} from './support/notice-world.js';
import { builderDraft } from './support/owned-builder.js';
import { openPop3Mailbox, type Pop3Server } from './support/pop3-mailbox.js';
import { openSmtpSink, type SmtpSink } from './support/smtp-sink.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

const secret = 'test-secret-of-thirty-two-letters';
const day = 86_400_000;

describe('mails that arrive, and are known to', () => {
  let app: TestApp;
  let mailbox: Pop3Server;
  let receipt: Receipt;
  let sink: SmtpSink;
  let workers: NoticeWorker[] = [];
  let sato: Visitor;
  let owner: Visitor;

  beforeAll(async () => {
    mailbox = await openPop3Mailbox();
    app = await startTestApp({
      MAIL_EVENTS_SECRET: secret,
      BOUNCE_MAILBOX_URL: mailbox.url,
      MAIL_FROM: '手続 <no-reply@tetsuzuki.example.jp>',
    });
    receipt = await submitJitan(app, 'なにわ酒場 法善寺店');
    sato = await app.official('sato');
    owner = await app.applicant();
  });
  afterAll(async () => {
    await app.stop();
    await mailbox.stop();
  });
  beforeEach(async () => {
    workers = [];
    sink = await openSmtpSink();
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await sink.stop();
    await app.dataSource.query('delete from mail_sending');
    await app.dataSource.query('delete from mail_trouble');
    await app.dataSource.query('delete from delivery_task');
    await app.dataSource.query('delete from notice_by_post');
  });

  async function work(env: Readonly<Record<string, string>> = {}, pauses = 20): Promise<void> {
    const settings = { pauses: Array.from({ length: pauses }, () => 25) };
    workers.push(await startNoticeWorker(app, { SMTP_URL: sink.url, ...env }, settings));
  }

  const owe = (recipients: readonly string[]) => oweTo(app, receipt.applicationId, recipients);

  const settled = (ids: readonly string[]): Promise<true> =>
    eventually(
      'the messages are settled',
      async () => {
        const rows = await app.dataSource.query<unknown[]>(
          `select 1 from notice where id = any($1) and state = 'queued'`,
          [ids],
        );
        return rows.length === 0 || undefined;
      },
      60_000,
    );
  const ofCase = async (): Promise<CaseDeliveries> =>
    (await sato.get<CaseDeliveries>(`/api/desk/applications/${receipt.applicationId}/deliveries`)).body;
  const overview = async (): Promise<DeliveriesView> =>
    (await sato.get<DeliveriesView>('/api/desk/deliveries')).body;
  const stateOf = async (id: string): Promise<string | undefined> =>
    (await ofCase()).mails.find((mail) => mail.id === id)?.recipients[0]?.state;

  const tell = (events: readonly object[], by = secret) => {
    const payload = JSON.stringify({ events });
    const time = Math.floor(Date.now() / 1000);
    const v1 = createHmac('sha256', by).update(`${time}.${payload}`).digest('hex');
    return app.app.inject({
      method: 'POST',
      url: '/api/mail-events',
      headers: { 'content-type': 'application/json', 'x-tetsuzuki-signature': `t=${time},v1=${v1}` },
      payload,
    });
  };
  const event = (type: string, id: string, recipient = 'naniwa@example.jp') => ({
    type,
    messageId: `<${id}@tetsuzuki.example.jp>`,
    recipient,
  });

  it('an address that our own server refuses is a bounce at once: a task for staff, a banner for the applicant', async () => {
    sink.onRecipient = () => '550 No such user';
    await work();
    const [id = ''] = await owe(['naniwa@example.jp']);
    await settled([id]);
    expect(await stateOf(id)).toBe('bounced');
    const { tasks, trouble } = await ofCase();
    expect(trouble).toMatchObject({ kind: 'bounced' });
    expect(tasks).toMatchObject([
      { kind: 'bounced', recipient: 'na***@example.jp', mayAgain: true, mayPost: true, settledAt: null },
    ]);
    expect((await overview()).tasks.map((task) => task.number)).toEqual([receipt.number]);
    expect((await owner.get<WaitingView>('/api/waiting')).body.mailTrouble).toBe(true);
    expect((await owner.get<AccountView>('/api/account')).body.mailTrouble).toMatchObject({
      kind: 'bounced',
    });

    // They mend their mailbox, and say so.
    await owner.post('/api/account/mail-works', {});
    expect((await owner.get<AccountView>('/api/account')).body.mailTrouble).toBeNull();
    expect((await ofCase()).tasks).toMatchObject([{ outcome: 'cured', settledBy: null }]);
  });

  it('a mail that bounced is sent again under its Message-ID, or leaves as a letter', async () => {
    sink.onRecipient = () => '550 No such user';
    await work();
    const [first = '', second = ''] = await owe(['naniwa@example.jp', 'old@example.jp']);
    await settled([first, second]);
    const [again, post] = (await ofCase()).tasks;
    sink.onRecipient = () => undefined;
    const settle = (task: typeof again, body: object) =>
      sato.post(`/api/desk/deliveries/${task?.id}/settle`, body);
    expect((await settle(again, { outcome: 'left', note: ' ' })).status).toBe(422);
    expect((await settle(again, { outcome: 'again', note: '' })).status).toBe(204);
    expect((await settle(again, { outcome: 'again', note: '' })).status).toBe(409);
    const mail = await eventually('it has come', async () => sink.mails[0]);
    expect(mail.envelope.to).toEqual(['naniwa@example.jp']);
    expect([`<${first}@tetsuzuki.example.jp>`, `<${second}@tetsuzuki.example.jp>`]).toContain(mail.messageId);
    expect((await settle(post, { outcome: 'by-post', note: '' })).status).toBe(204);
    const { letters } = (await sato.get<LetterList>('/api/desk/letters')).body;
    expect(letters).toMatchObject([{ number: receipt.number, why: 'bounced' }]);
    const gone = await sato.post('/api/desk/letters/hand-out', {
      notices: [letters[0]?.noticeId],
      way: 'post',
      handedOn: new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10),
    });
    expect(gone).toMatchObject({ status: 200, body: { letters: [] } });
    await app.dataSource.query('delete from letter');
  });

  it('somebody else’s tasks are not there', async () => {
    sink.onRecipient = () => '550 No such user';
    await work();
    const [id = ''] = await owe(['naniwa@example.jp']);
    await settled([id]);
    const [task] = (await ofCase()).tasks;
    const stranger = await app.official('kobayashi');
    expect(
      (await stranger.post(`/api/desk/deliveries/${task?.id}/settle`, { outcome: 'again', note: '' })).status,
    ).toBe(404);
    expect((await stranger.get<DeliveriesView>('/api/desk/deliveries')).body.tasks).toEqual([]);
  });

  it('what a mail service tells is taken in order of weight, once, and only when it is signed', async () => {
    await work();
    const [id = ''] = await owe(['naniwa@example.jp']);
    await settled([id]);
    expect(await stateOf(id)).toBe('sent');
    expect((await tell([event('bounced', id)], 'another-secret-of-thirty-two-letters')).statusCode).toBe(403);
    expect((await tell([{ type: 'bounced' }])).statusCode).toBe(422);
    const said = async (type: string, to?: string) =>
      (await tell([event(type, id, to)])).json<{ changed: number }>();
    expect(await said('bounced', 'somebody@example.jp')).toEqual({ changed: 0 });
    expect(await said('delayed')).toEqual({ changed: 1 });
    expect(await stateOf(id)).toBe('delayed');
    expect(await said('delivered')).toEqual({ changed: 1 });
    expect(await said('delayed')).toEqual({ changed: 0 });
    expect(await stateOf(id)).toBe('delivered');
    expect(await said('complained', 'NANIWA@example.jp')).toEqual({ changed: 1 });
    expect(await said('complained')).toEqual({ changed: 0 });
    expect((await ofCase()).tasks).toMatchObject([{ kind: 'complained' }]);
  });

  it('Amazon SES and SendGrid tell it in words of their own, with the secret as password', async () => {
    await work();
    const [id = ''] = await owe(['one@example.jp']);
    await settled([id]);
    const post = async (service: string, payload: object, password: string | null = secret) => {
      const named = `Basic ${Buffer.from(`tetsuzuki:${password}`).toString('base64')}`;
      const headers = password === null ? {} : { authorization: named };
      const answer = await app.app.inject({
        method: 'POST',
        url: `/api/mail-events/${service}`,
        headers,
        payload,
      });
      return [answer.statusCode, answer.json<{ changed?: number }>().changed];
    };
    const event = { event: 'bounce', email: 'one@example.jp', 'smtp-id': `<${id}@tetsuzuki.example.jp>` };
    expect(await post('sendgrid', [event], null)).toEqual([401, undefined]);
    expect(await post('sendgrid', [event], 'wrong')).toEqual([403, undefined]);
    expect(await post('sendgrid', { events: 'none' })).toEqual([422, undefined]);
    expect(await post('mailgun', [event])).toEqual([404, undefined]);
    expect(await post('sendgrid', [event, event])).toEqual([200, 1]);
    expect(await stateOf(id)).toBe('bounced');
  });

  it('the mailbox of reports is read and emptied; what a broken line left is read again', async () => {
    await work({ BOUNCE_ADDRESS: 'bounces@tetsuzuki.example.jp' });
    const [id = ''] = await owe(['naniwa@example.jp']);
    await settled([id]);
    expect(sink.mails[0]?.envelope.from).toBe(`bounces+${id}@tetsuzuki.example.jp`);
    const report = [
      'From: MAILER-DAEMON@docomo.ne.jp',
      `To: bounces+${id}@tetsuzuki.example.jp`,
      'Subject: Mail System Error - Returned Mail',
      '',
      'Recipient: <naniwa@example.jp>',
      'Reason: user unknown',
      '.',
      '',
    ].join('\n');
    mailbox.mails = ['Subject: Lunch?\n\nToday.\n', report, `To: x\n\n${'x'.repeat(3_000_000)}`];
    const fetch = app.app.get(FetchReports, { strict: false });
    mailbox.breaksAt = 'QUIT';
    await expect(fetch.run()).rejects.toThrow('POP3');
    expect(mailbox.mails).toHaveLength(3);
    mailbox.breaksAt = null;
    expect(await fetch.run()).toBe(3);
    expect(mailbox.mails).toEqual([]);
    expect(await stateOf(id)).toBe('bounced');
    expect((await ofCase()).tasks).toHaveLength(1);
  });

  it('a document that nobody opens: a reminder and a task, then a letter; opening it ends both', async () => {
    const [notice] = (await noticesOf(app, receipt.applicationId)).filter(
      ({ template }) => template !== 'received',
    );
    const id = notice?.id ?? '';
    await app.dataSource.query(
      `update notice set state = 'ready', pdf_sha256 = repeat('0', 64), ready_at = now() where id = $1`,
      [id],
    );
    await app.dataSource.query(`delete from outbox`);
    const watch = app.app.get(WatchUnopened, { strict: false });
    await watch.run(new Date(Date.now() + 6 * day));
    expect((await ofCase()).tasks).toEqual([]);
    // However many workers look.
    await Promise.all([8, 8, 8].map((days) => watch.run(new Date(Date.now() + days * day))));
    expect((await ofCase()).tasks).toMatchObject([{ kind: 'unopened', mayAgain: false, mayPost: true }]);
    await work();
    const reminder = await eventually('the reminder has come', async () => sink.mails[0]);
    expect(reminder.subject).toBe(`まだお読みになっていない通知書があります（申込番号 ${receipt.number}）`);
    expect(reminder.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(false);
    expect(sink.mails).toHaveLength(1);

    await Promise.all([15, 15, 15].map((days) => watch.run(new Date(Date.now() + days * day))));
    const letters = async () => (await sato.get<LetterList>('/api/desk/letters')).body.letters;
    expect(await letters()).toMatchObject([{ noticeId: id, why: 'unopened' }]);
    await owner.get(`/api/notices/${id}/pdf`);
    expect(await letters()).toEqual([]);
    expect((await ofCase()).tasks).toMatchObject([{ outcome: 'opened', settledBy: null }]);
  });

  it('the words of a mail that were unfolded in the portal were read', async () => {
    await work();
    const [id = ''] = await owe(['naniwa@example.jp']);
    await settled([id]);
    expect((await owner.post(`/api/notices/${id}/read`, {})).status).toBe(204);
    const [row] = await app.dataSource.query<{ at: Date | null }[]>(
      'select first_opened_at as at from notice where id = $1',
      [id],
    );
    expect(row?.at).not.toBeNull();
    const stranger = await app.applicant('kitano@example.jp');
    expect((await stranger.post(`/api/notices/${id}/read`, {})).status).toBe(404);
  });

  it('how documents come is kept with its day and the version of its words', async () => {
    const { notices } = (await owner.get<AccountView>('/api/account')).body;
    expect(notices.by).toBeNull();
    expect((await owner.put('/api/account/notices', { by: 'post', words: '2020-01-01' })).status).toBe(409);
    await owner.put('/api/account/notices', { by: 'post', words: notices.wordsNow });
    expect((await ofCase()).consent).toEqual({ by: 'post', at: expect.any(String), words: notices.wordsNow });
    await owner.put('/api/account/notices', { by: 'portal', words: notices.wordsNow });
    expect((await ofCase()).consent).toMatchObject({ by: 'portal' });
  });

  it('an author sends a mail of a draft to their own address, and not more than twenty in an hour', async () => {
    const author = await app.official('kobayashi');
    const { id = '' } = await builderDraft(app, author, 'kobayashi');
    const send = () =>
      author.post<{ to: string }>(`/api/builder/drafts/${id}/preview/mail/send`, {
        template: 'accepted',
        example: '01-accepted',
      });
    expect((await send()).status).toBe(409);
    await app.dataSource.query(
      `update staff set mail = 'kobayashi@office.example.jp' where login = 'kobayashi'`,
    );
    for (let n = 0; n < 20; n++) expect((await send()).body).toEqual({ to: 'kobayashi@office.example.jp' });
    expect((await send()).status).toBe(429);
    await work();
    const [mail] = await eventually('all have come', async () =>
      sink.mails.length === 20 ? sink.mails : undefined,
    );
    expect(mail?.envelope.to).toEqual(['kobayashi@office.example.jp']);
    expect(mail?.subject).toMatch(/^【見本】/);
  });

  it('a provider that takes few mails gets few, and nobody else waits for it', async () => {
    await work({ MAIL_DOMAIN_RATE: 'docomo.ne.jp=4' });
    const recipients = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@docomo.ne.jp`);
    const begun = Date.now();
    const ids = await owe([...recipients, 'naniwa@example.jp']);
    await settled(ids);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(1_000);
    expect(sink.mails).toHaveLength(6);
    const rows = await app.dataSource.query<{ attempts: number }[]>(
      'select distinct attempts from notice where id = any($1)',
      [ids],
    );
    expect(rows).toEqual([{ attempts: 1 }]);
  });
});
