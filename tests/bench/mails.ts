import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { documentToHtml, documentToText } from '#engine';
import { writeLetter } from '../../src/announcements/announcement-letter.js';
import type { Mail } from '../../src/notices/mail/mailer.js';
import { SmtpMailer } from '../../src/notices/mail/smtp-mailer.js';
import { freePort } from '../support/ports.js';
import { atLeast, type Measure } from './report.js';
import { interleave, median, pairedRatio } from './rounds.js';

const perRound = 300;
const from = '大阪府 手続ポータル <no-reply@tetsuzuki.example.jp>';

/** Mails a second: written from their text and sent by our mailer, against nodemailer alone with what is written. */
export async function benchMails(): Promise<readonly Measure[]> {
  const port = await freePort();
  const server = await openSink(port);
  const url = `smtp://127.0.0.1:${port}`;
  const mailer = new SmtpMailer({ url, from, perSecond: 1_000_000 });
  const alone = createTransport({ url, pool: true, maxConnections: 5 });
  let n = 0;
  const before = process.memoryUsage().rss;
  try {
    const ours = async (): Promise<number> => {
      const started = performance.now();
      const sent = Array.from({ length: perRound }, () => mailer.send(written(++n)));
      if ((await Promise.all(sent)).some(({ kind }) => kind !== 'sent'))
        throw new Error('A mail was not sent.');
      return rate(started);
    };
    const raw = async (): Promise<number> => {
      const mails = Array.from({ length: perRound }, () => written(++n));
      const started = performance.now();
      await Promise.all(
        mails.map(({ to, subject, text, html, messageId }) =>
          alone.sendMail({ from, to, subject, text, html, messageId: `<${messageId}>` }),
        ),
      );
      return rate(started);
    };
    await ours();
    await raw();
    const [oursRates = [], rawRates = []] = await interleave(
      [
        { name: 'ours', run: ours },
        { name: 'nodemailer', run: raw },
      ],
      6,
    );
    const ratio = pairedRatio(oursRates, rawRates);
    const more = {
      best: Math.max(...oursRates),
      grown_MiB: (process.memoryUsage().rss - before) / 1_048_576,
    };
    const measure = 'mails';
    return [
      {
        measure,
        subject: 'written + our mailer',
        value: median(oursRates),
        unit: 'mails/s',
        more,
        ratio,
        ...atLeast(ratio, 0.8, 'ratio'),
      },
      {
        measure,
        subject: 'nodemailer alone',
        value: median(rawRates),
        unit: 'mails/s',
        more: { best: Math.max(...rawRates) },
      },
    ];
  } finally {
    mailer.close();
    alone.close();
    await new Promise<void>((resolve) => server.close(resolve));
  }
}

function written(n: number): Mail {
  const link = `https://portal.example/announcements/${n}`;
  const stop = `https://portal.example/stop-news/${n}`;
  const body = '見出し：日時\n| 1 | 12月3日 | 大阪府庁 |\n\n1　筆記用具をお持ちください。';
  const model = writeLetter({ title: `知らせ${n}`, body, important: false, english: null, link, stop }, 'ja');
  return {
    messageId: `${n}@tetsuzuki.example.jp`,
    to: `p${n}@example.jp`,
    subject: model.title,
    text: documentToText(model),
    html: documentToHtml(model, { links: [link, stop] }),
    stopAddress: stop,
  };
}

/** Takes everything and keeps nothing. */
async function openSink(port: number): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onData(stream, _session, callback) {
      stream.on('end', () => callback());
      stream.resume();
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

function rate(started: number): number {
  return (perRound / (performance.now() - started)) * 1_000;
}
