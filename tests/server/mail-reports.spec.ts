import { describe, expect, it } from '@jest/globals';
import { isSigned } from '../../src/deliveries/intake/event-signature.js';
import { readReports } from '../../src/deliveries/intake/read-report.js';
import { services } from '../../src/deliveries/intake/service-events.js';
import { DomainPace } from '../../src/notices/mail/domain-pace.js';
import { createHmac } from 'node:crypto';

const id = '0190f000-0000-7000-8000-00000000beef';
const read = (lines: readonly string[]) =>
  readReports(Buffer.from(lines.join('\r\n')), 'tetsuzuki.example.jp');

/** A notification as Postfix writes it. */
const dsn = (fields: readonly string[], quoted = `Message-ID: <${id}@tetsuzuki.example.jp>`) => [
  'From: MAILER-DAEMON@mx.example.jp (Mail Delivery System)',
  'To: no-reply@tetsuzuki.example.jp',
  'Subject: Undelivered Mail Returned to Sender',
  'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status; boundary="=b"',
  '',
  '--=b',
  'Content-Type: text/plain',
  '',
  'I am sorry to have to inform you.',
  '--=b',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example.jp',
  '',
  ...fields,
  '',
  '--=b',
  'Content-Type: message/rfc822',
  '',
  quoted,
  'To: taro@example.jp',
  'Subject: =?UTF-8?B?55Sz6KuL?=',
  '',
  'words',
  '--=b--',
  '',
];

describe('what comes back from mails', () => {
  it('a notification (RFC 3464) says of each recipient what became of the mail', async () => {
    const reports = await read(
      dsn([
        'Final-Recipient: rfc822; taro@example.jp',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 <taro@example.jp>: User unknown',
        '',
        'Original-Recipient: rfc822;hanako@example.jp',
        'Final-Recipient: rfc822; hanako@mobile.example.jp',
        'Action: delayed',
        'Status: 4.4.1',
        '',
        'Final-Recipient: rfc822; jiro@example.jp',
        'Action: delivered',
        'Status: 2.0.0',
        '',
        'Final-Recipient: rfc822; list@example.jp',
        'Action: relayed',
        'Status: 2.0.0',
      ]),
    );
    expect(reports).toEqual([
      { kind: 'bounced', mailId: id, recipients: ['taro@example.jp'], status: '5.1.1' },
      {
        kind: 'delayed',
        mailId: id,
        recipients: ['hanako@example.jp', 'hanako@mobile.example.jp'],
        status: '4.4.1',
      },
      { kind: 'delivered', mailId: id, recipients: ['jiro@example.jp'], status: '2.0.0' },
    ]);
  });

  it('knows the mail by the address that the report came to, whatever it quotes', async () => {
    const other = '0190f000-0000-7000-8000-0000000000aa';
    const lines = dsn(
      ['Final-Recipient: rfc822; taro@example.jp', 'Action: failed', 'Status: 5.0.0'],
      'X: y',
    );
    const [report] = await read([`Delivered-To: bounces+${other}@tetsuzuki.example.jp`, ...lines]);
    expect(report).toMatchObject({ kind: 'bounced', mailId: other });
  });

  it('knows it by the envelope’s id, too', async () => {
    const lines = dsn(
      ['Final-Recipient: rfc822; taro@example.jp', 'Action: failed', 'Status: 5.0.0'],
      'X: y',
    );
    const at = lines.indexOf('Reporting-MTA: dns; mx.example.jp');
    expect(
      await read([...lines.slice(0, at), `Original-Envelope-Id: ${id}`, ...lines.slice(at)]),
    ).toMatchObject([{ kind: 'bounced', mailId: id }]);
  });

  it('a complaint (RFC 5965) is one, and a “not spam” is none', async () => {
    const arf = (kind: string) => [
      'From: feedback@provider.example.jp',
      'To: no-reply@tetsuzuki.example.jp',
      'Content-Type: multipart/report; report-type=feedback-report; boundary="=b"',
      '',
      '--=b',
      'Content-Type: message/feedback-report',
      '',
      `Feedback-Type: ${kind}`,
      'Original-Rcpt-To: <taro@example.jp>',
      '',
      '--=b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${id}@tetsuzuki.example.jp>`,
      '',
      '--=b--',
      '',
    ];
    expect(await read(arf('abuse'))).toEqual([
      { kind: 'complained', mailId: id, recipients: ['taro@example.jp'], status: null },
    ]);
    expect(await read(arf('not-spam'))).toEqual([]);
  });

  it.each([
    [
      'docomo',
      'Mail System Error - Returned Mail',
      'This Message was undeliverable due to the following reason:\n\nEach of the following recipients was rejected by a remote mail server.\n\n  Recipient: <taro..yamada@docomo.ne.jp>\n  Reason:    5.1.1 user unknown',
      { kind: 'bounced', recipients: ['taro..yamada@docomo.ne.jp'], status: '5.1.1' },
    ],
    [
      'au',
      'Mail System Error - Returned Mail',
      'The user(s) account is disabled.\n\n<.taro@ezweb.ne.jp>: 550 <.taro@ezweb.ne.jp>: User unknown',
      { kind: 'bounced', recipients: ['.taro@ezweb.ne.jp'], status: null },
    ],
    [
      'softbank',
      'Undelivered Mail Returned to Sender',
      'Failed recipients:\n  Invalid recipient: <taro@i.softbank.jp>',
      { kind: 'bounced', recipients: ['taro@i.softbank.jp'], status: null },
    ],
    [
      'a server that speaks Japanese',
      'メール配信エラーのお知らせ',
      '次の宛先にメールをお届けできませんでした。宛先が存在しません。\ntaro@city.example.lg.jp',
      { kind: 'bounced', recipients: ['taro@city.example.lg.jp'], status: null },
    ],
    [
      'one that still tries',
      'Warning: message delayed 4 hours',
      'Your message could not be delivered for 4 hours. It will be retried until it is 5 days old.\n<taro@example.jp>: 4.4.1',
      { kind: 'delayed', recipients: ['taro@example.jp'], status: '4.4.1' },
    ],
  ])('%s says it in plain words', async (_who, subject, words, expected) => {
    const reports = await read([
      'From: MAILER-DAEMON@mail.example.ne.jp',
      `To: bounces+${id}@tetsuzuki.example.jp`,
      `Subject: =?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`,
      'Content-Type: text/plain; charset=UTF-8',
      '',
      words,
    ]);
    expect(reports).toEqual([{ mailId: id, ...expected }]);
  });

  it.each([
    [
      'an absence',
      ['From: taro@example.jp', 'Auto-Submitted: auto-replied'],
      '不在です。user unknown ではありません。550',
    ],
    ['a person', ['From: taro@example.jp'], 'お届けできませんでした、とは言わないでください。550'],
    ['news of a server', ['From: postmaster@example.jp'], 'Maintenance on Sunday.'],
  ])('%s is no report', async (_what, heads, words) => {
    expect(await read([...heads, `To: bounces+${id}@tetsuzuki.example.jp`, 'Subject: x', '', words])).toEqual(
      [],
    );
  });

  it('what names no mail of ours says nothing', async () => {
    const fields = ['Final-Recipient: rfc822; taro@example.jp', 'Action: failed', 'Status: 5.1.1'];
    expect(await read(dsn(fields, `Message-ID: <${id}@elsewhere.example.jp>`))).toEqual([]);
  });

  it.each([
    ['bytes that are no mail', Buffer.alloc(100_000, 0xff)],
    [
      'parts in parts in parts',
      Buffer.from('Content-Type: multipart/report; boundary=a\r\n\r\n--a\r\n'.repeat(20_000)),
    ],
    ['a header without end', Buffer.from(`To: ${'x'.repeat(5_000_000)}`)],
    [
      'a hundred thousand recipients',
      Buffer.from(
        dsn(
          Array.from(
            { length: 100_000 },
            (_, n) => `Final-Recipient: rfc822; a${n}@example.jp\r\nAction: failed\r\n`,
          ),
        ).join('\r\n'),
      ),
    ],
  ])('%s end soon, with at most a hundred reports', async (_what, raw) => {
    expect((await readReports(raw, 'tetsuzuki.example.jp')).length).toBeLessThanOrEqual(100);
  });
});

describe('what a mail service signs', () => {
  const secret = 'a'.repeat(32);
  const body = Buffer.from('{"events":[]}');
  const sign = (time: number, of = body, by = secret) =>
    `t=${time},v1=${createHmac('sha256', by).update(`${time}.`).update(of).digest('hex')}`;

  it('is taken when body, time and secret agree', () => {
    expect(isSigned(body, sign(1_000), secret, 1_000_000)).toBe(true);
    expect(isSigned(body, `${sign(1_000, body, 'old')},${sign(1_000).slice(7)}`, secret, 1_000_000)).toBe(
      true,
    );
  });

  it.each([
    ['another body', sign(1_000, Buffer.from('{}')), 1_000_000],
    ['another secret', sign(1_000, body, 'b'.repeat(32)), 1_000_000],
    ['a request of long ago', sign(1_000), 1_301_000],
    ['no signature', '', 1_000_000],
    ['no time', sign(1_000).slice(7), 1_000_000],
  ])('is refused with %s', (_what, header, now) => {
    expect(isSigned(body, header, secret, now)).toBe(false);
  });
});

describe('what mail services say in words of their own', () => {
  const mailId = '0190f000-0000-7000-8000-000000000000';
  const at = '2026-11-22T09:00:00.000Z';
  const bounce = {
    notificationType: 'Bounce',
    bounce: {
      bounceType: 'Permanent',
      bouncedRecipients: [{ emailAddress: 'one@example.jp', action: 'failed', status: '5.1.1' }],
      timestamp: at,
    },
    // Amazon writes a Message-ID of its own; ours stands among the headers, or in the return address.
    mail: { messageId: '0000-000000', source: `bounces+${mailId}@tetsuzuki.example.jp` },
  };
  const bounced = {
    kind: 'bounced',
    mailId,
    recipients: ['one@example.jp'],
    status: '5.1.1',
    at: new Date(at),
  };

  it('is understood from Amazon SES, wrapped by SNS or raw', () => {
    expect(services.ses({ Type: 'Notification', Message: JSON.stringify(bounce) })).toEqual([bounced]);
    expect(services.ses(bounce)).toEqual([bounced]);
    const full = { ...bounce, bounce: { ...bounce.bounce, bounceType: 'Transient' } };
    expect(services.ses(full)).toMatchObject([{ kind: 'delayed' }]);
    const delivery = {
      eventType: 'Delivery',
      delivery: { recipients: ['one@example.jp'], timestamp: at },
      mail: { commonHeaders: { messageId: `<${mailId}@tetsuzuki.example.jp>` } },
    };
    expect(services.ses(delivery)).toMatchObject([{ kind: 'delivered', mailId, status: null }]);
  });

  it('is understood from SendGrid; who opened what is left out', () => {
    const event = (name: string) => ({
      event: name,
      email: 'one@example.jp',
      'smtp-id': `<${mailId}@tetsuzuki.example.jp>`,
      timestamp: Date.parse(at) / 1_000,
    });
    const names = ['processed', 'deferred', 'delivered', 'open', 'click', 'bounce', 'dropped', 'spamreport'];
    const kinds = services.sendgrid(names.map(event))?.map(({ kind }) => kind);
    expect(kinds).toEqual(['delayed', 'delivered', 'bounced', 'bounced', 'complained']);
    expect(services.sendgrid([event('delivered')])).toMatchObject([{ mailId, at: new Date(at) }]);
  });

  it('is nothing where it is about no mail of ours, and none of theirs where it is something else', () => {
    expect(services.ses({ ...bounce, mail: { source: 'no-reply@tetsuzuki.example.jp' } })).toEqual([]);
    expect(services.ses({ Type: 'SubscriptionConfirmation', SubscribeURL: 'https://sns.example/' })).toEqual(
      [],
    );
    expect(services.ses({ Type: 'Notification', Message: 'not JSON' })).toBeNull();
    expect(services.ses([])).toBeNull();
    expect(services.sendgrid([null, 7, { event: 'bounce' }])).toEqual([]);
    expect(services.sendgrid({})).toBeNull();
  });
});

describe('the pace of a provider', () => {
  it('lets two a second pass, and puts the others one behind the other', () => {
    const pace = new DomainPace(new Map([['docomo.ne.jp', 2]]));
    const asked = [0, 0, 0, 500, 1000].map((now) => pace.take('taro@DOCOMO.ne.jp', now));
    expect(asked).toEqual([0, 500, 1000, 0, 0]);
    expect(pace.take('taro@example.jp', 1000)).toBe(0);
  });
});
