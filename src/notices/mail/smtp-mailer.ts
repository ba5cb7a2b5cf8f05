import { createTransport } from 'nodemailer';
import { FORMATS } from '#engine';
import { DomainPace } from './domain-pace.js';
import { Mailer, type Mail, type MailOutcome } from './mailer.js';

export interface SmtpOptions {
  /** `smtp://user:password@host:port`; null: no server is known, and every mail waits. */
  readonly url: string | null;
  /** `name <address>` or the bare address. */
  readonly from: string;
  readonly perSecond: number;
  /** Providers that take fewer: domain → mails in a second. */
  readonly perDomain?: ReadonlyMap<string, number>;
  /** Where reports of undelivered mails go; each mail gets an address of its own there: `bounces+<id>@…`. */
  readonly bounceAddress?: string | undefined;
  /** Longest silence of the server, in milliseconds. */
  readonly patience?: number;
}

interface SmtpError extends Error {
  /** Command that was answered: `RCPT TO`, `DATA`, `AUTH PLAIN` … */
  readonly command?: string;
  readonly responseCode?: number;
  readonly code?: string;
}

/** Sends through a few connections that stay open, no faster than the server wants it. */
export class SmtpMailer extends Mailer {
  readonly domain: string;
  private readonly sender: string;
  private readonly pace: DomainPace;
  private readonly transport: ReturnType<typeof openTransport> | null;

  constructor(private readonly options: SmtpOptions) {
    super();
    this.sender = /<([^<>]*)>$/.exec(options.from)?.[1] ?? options.from;
    this.domain = this.sender.slice(this.sender.lastIndexOf('@') + 1);
    this.pace = new DomainPace(options.perDomain ?? new Map());
    this.transport = options.url === null ? null : openTransport(options.url, options);
  }

  async send({
    messageId,
    to,
    copies = [],
    subject,
    text,
    html,
    calendar,
    stopAddress,
  }: Mail): Promise<MailOutcome> {
    // Checked before the mail library sees it: its parsers have sent mail to the wrong domain before.
    if (!isAddress(to)) return { kind: 'refused', reason: 'not a mail address' };
    if (!this.transport) return { kind: 'failed', reason: 'SMTP_URL is not set' };
    const pause = this.pace.take(to, Date.now());
    if (pause > 0) return { kind: 'later', pause };
    const [id = ''] = messageId.split('@');
    try {
      const { rejected } = await this.transport.sendMail({
        messageId: `<${messageId}>`,
        from: this.options.from,
        to: { name: '', address: to },
        envelope: { from: this.returnPath(id), to: [to, ...copies.filter(isAddress)] },
        subject: oneLine(subject),
        text,
        html,
        ...(calendar !== undefined && {
          attachments: [
            { filename: 'visit.ics', content: calendar, contentType: 'text/calendar; charset=utf-8' },
          ],
        }),
        textEncoding: 'base64',
        ...(this.options.bounceAddress !== undefined && {
          dsn: { id, return: 'headers' as const, notify: ['success', 'failure', 'delay'] as const },
        }),
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          'Content-Language': 'ja',
          ...(stopAddress === undefined
            ? {}
            : {
                'List-Unsubscribe': `<${stopAddress}>`,
                'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
              }),
        },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      // The server took it for the copies alone.
      if (rejected.includes(to)) return { kind: 'refused', reason: 'RCPT TO' };
      const refusedCopies = copies.filter((address) => rejected.includes(address));
      return refusedCopies.length === 0 ? { kind: 'sent' } : { kind: 'sent', refusedCopies };
    } catch (error) {
      return outcomeOf(error as SmtpError);
    }
  }

  /** A report that comes back to it says by its address alone which mail it is about, however it is written. */
  private returnPath(id: string): string {
    const { bounceAddress } = this.options;
    if (bounceAddress === undefined) return this.sender;
    const at = bounceAddress.lastIndexOf('@');
    return `${bounceAddress.slice(0, at)}+${id}${bounceAddress.slice(at)}`;
  }

  close(): void {
    this.transport?.close();
  }
}

function openTransport(url: string, { perSecond, patience = 10_000 }: SmtpOptions) {
  return createTransport({
    url,
    pool: true,
    maxConnections: 5,
    rateDelta: 1_000,
    rateLimit: perSecond,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
  });
}

function isAddress(text: string): boolean {
  const { email } = FORMATS;
  return email !== undefined && text.length <= email.maxLength && email.pattern.test(text);
}

function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').trim();
}

/**
 * A 5xx to the recipient or to the message is the answer to this mail. Any other 5xx (log-in, sender, greeting) is
 * about us: it concerns all mails, and they wait until it is mended. The server's words are left out, because they
 * repeat the address.
 */
function outcomeOf({ command, responseCode, code, name }: SmtpError): MailOutcome {
  const said = [command, responseCode, code ?? name].filter((part) => part !== undefined).join(' ');
  const aboutThisMail = command === 'RCPT TO' || command === 'DATA';
  const final = responseCode !== undefined && responseCode >= 500 && responseCode < 600;
  return { kind: aboutThisMail && final ? 'refused' : 'failed', reason: said };
}
