import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Socket } from 'node:net';
import type { Mail } from '../../src/notices/mail/mailer.js';
import { SmtpMailer } from '../../src/notices/mail/smtp-mailer.js';
import { openSmtpSink, type SmtpSink } from './support/smtp-sink.js';

const mail: Mail = {
  messageId: '0190f000-0000-7000-8000-000000000001@example.lg.jp',
  to: 'hanako@example.jp',
  subject: '申請を受け付けました',
  text: '本文です。\n',
  html: '<p>本文です。</p>\n',
};

describe('a mail on its way out', () => {
  let sink: SmtpSink;
  let mailer: SmtpMailer;
  beforeEach(async () => {
    sink = await openSmtpSink();
    mailer = new SmtpMailer({
      url: sink.url,
      from: '大阪府 <no-reply@example.lg.jp>',
      perSecond: 1_000,
    });
  });
  afterEach(async () => {
    mailer.close();
    await sink.stop();
  });

  it('says who sends it, that a machine does, and in which language', async () => {
    expect(await mailer.send(mail)).toEqual({ kind: 'sent' });
    const headers = Object.fromEntries((sink.mails[0]?.headers ?? []).map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({
      'message-id': '<0190f000-0000-7000-8000-000000000001@example.lg.jp>',
      'auto-submitted': 'auto-generated',
      'content-language': 'ja',
      to: 'hanako@example.jp',
    });
    expect(sink.mails[0]).toMatchObject({ subject: mail.subject, text: mail.text, html: mail.html });
  });

  it('goes to those who get a copy, whom nobody sees, and does not fail for one who cannot be reached', async () => {
    sink.onRecipient = (address) => (address.startsWith('gone') ? '550 No such user' : undefined);
    const copies = ['agent@example.jp', 'gone@example.jp', 'no address'];
    expect(await mailer.send({ ...mail, copies })).toEqual({
      kind: 'sent',
      refusedCopies: ['gone@example.jp'],
    });
    expect(sink.mails[0]?.envelope.to).toEqual(['hanako@example.jp', 'agent@example.jp']);
    expect(sink.mails[0]?.raw).not.toContain('agent@example.jp');
    const refused = await mailer.send({ ...mail, to: 'gone@example.jp', copies: ['agent@example.jp'] });
    expect(refused.kind).toBe('refused');
  });

  it.each([
    ['a line break', '【大阪府】\r\nBcc: victim@example.jp'],
    ['a bare carriage return', '【大阪府】\rBcc: victim@example.jp'],
    ['a folded line', '【大阪府】\r\n Bcc: victim@example.jp'],
    ['an encoded line break', '【大阪府】%0d%0aBcc: victim@example.jp'],
    ['a line break written out', '【大阪府】\\r\\nBcc: victim@example.jp'],
  ])('has the envelope and headers that we gave it, when the subject holds %s', async (_, subject) => {
    await mailer.send({ ...mail, subject });
    const [received] = sink.mails;
    expect(received?.envelope).toEqual({ from: 'no-reply@example.lg.jp', to: ['hanako@example.jp'] });
    expect(received?.headers.map(({ key }) => key).sort()).toEqual([
      'auto-submitted',
      'content-language',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ]);
  });

  it('carries a subject of 10,000 characters and rare ones whole', async () => {
    const subject = '髙﨑𠮷塚葛󠄀'.repeat(1_500);
    await mailer.send({ ...mail, subject });
    expect(sink.mails[0]?.subject).toBe(subject);
    expect(Math.max(...(sink.mails[0]?.raw ?? '').split('\r\n').map((line) => line.length))).toBeLessThan(
      998,
    );
  });

  it.each([
    'hanako@example.jp\r\nRCPT TO:<victim@example.jp>',
    'hanako@example.jp, victim@example.jp',
    '"victim@example.jp x"@example.org',
    'group: victim@example.jp;',
    '花子 <hanako@example.jp>',
    'hanako',
    '',
    `${'a'.repeat(300)}@example.jp`,
  ])('is not sent to %j, which is no address', async (to) => {
    expect(await mailer.send({ ...mail, to })).toEqual({ kind: 'refused', reason: 'not a mail address' });
    expect(sink.mails).toEqual([]);
  });

  it('does not read a text as a file or an address to fetch', async () => {
    await mailer.send({ ...mail, text: 'file:///etc/passwd {{7*7}}' });
    expect(sink.mails[0]?.text?.trim()).toBe('file:///etc/passwd {{7*7}}');
  });

  it('is refused for good by a 5xx to the recipient or the content alone', async () => {
    sink.onRecipient = () => '550 No such user hanako@example.jp';
    expect(await mailer.send(mail)).toEqual({ kind: 'refused', reason: 'RCPT TO 550 EENVELOPE' });
    sink.onRecipient = () => undefined;
    sink.onMail = async () => '554 No';
    expect(await mailer.send(mail)).toEqual({ kind: 'refused', reason: 'DATA 554 EMESSAGE' });
    sink.onMail = async () => '451 Later';
    expect(await mailer.send(mail)).toEqual({ kind: 'failed', reason: 'DATA 451 EMESSAGE' });
  });

  it('waits while no server is there, and is sent by the same mailer once one is', async () => {
    await sink.stop();
    expect(await mailer.send(mail)).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('CONN'),
    });
    await sink.start();
    expect(await mailer.send(mail)).toEqual({ kind: 'sent' });
  });

  it('waits where no server is configured', async () => {
    const nobody = new SmtpMailer({ url: null, from: 'no-reply@example.lg.jp', perSecond: 1 });
    expect(await nobody.send(mail)).toEqual({ kind: 'failed', reason: 'SMTP_URL is not set' });
  });
});

describe('a mail server', () => {
  async function against(
    speak: (socket: Socket) => void,
    { to = mail.to, ...limits }: { to?: string; patience?: number } = {},
  ): Promise<unknown> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      speak(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const mailer = new SmtpMailer({
      url: `smtp://127.0.0.1:${port}`,
      from: 'no-reply@example.lg.jp',
      perSecond: 1_000,
      ...limits,
    });
    const outcome = await mailer.send({ ...mail, to });
    mailer.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    return outcome;
  }

  const answering = (answers: (line: string) => string | null) => (socket: Socket) => {
    socket.write('220 here\r\n');
    socket.on('data', (data) => {
      const answer = answers(data.toString());
      if (answer === null) socket.destroy();
      else socket.write(`${answer}\r\n`);
    });
  };

  it.each([
    ['taro..yamada@docomo.ne.jp', '"taro..yamada"@docomo.ne.jp'],
    ['.taro@ezweb.ne.jp', '".taro"@ezweb.ne.jp'],
    ['taro.@docomo.ne.jp', '"taro."@docomo.ne.jp'],
  ])('hears the old carrier address %s in quotes, as the mail standard asks', async (to, quoted) => {
    const lines: string[] = [];
    const listening = answering((line) => {
      lines.push(line.trim());
      return '250 ok';
    });
    await against(listening, { to });
    expect(lines).toContain(`RCPT TO:<${quoted}>`);
  });

  it('does not hold us up by saying nothing', async () => {
    expect(await against(() => undefined, { patience: 300 })).toMatchObject({ kind: 'failed' });
  });

  it('may close after the content: whether it took the mail is not known, so it is sent again', async () => {
    const closing = answering((line) => {
      if (line.startsWith('DATA')) return '354 go on';
      return /^(EHLO|HELO|MAIL|RCPT)/.test(line) ? '250 ok' : null;
    });
    expect(await against(closing)).toMatchObject({ kind: 'failed' });
  });

  it('may refuse our log-in or our sender: that says nothing about this mail, which waits', async () => {
    const sender = answering((line) => (line.startsWith('MAIL') ? '550 not you' : '250 ok'));
    expect(await against(sender)).toEqual({ kind: 'failed', reason: 'MAIL FROM 550 EENVELOPE' });
    expect(await against((socket) => socket.write('554 no service\r\n'))).toMatchObject({ kind: 'failed' });
  });
});
