import type { MailReport } from '../take-in-report.js';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** Our Message-ID, or our return address, which names the mail, too. */
const MAIL_ID = new RegExp(`(?:^<?|\\+)(${UUID})@`, 'i');
const STATUS = /\b[245]\.\d{1,3}\.\d{1,3}\b/;

type Read = (body: unknown) => readonly MailReport[] | null;

/**
 * What mail services tell in words of their own; null where it is none of that. Events that say nothing about arriving
 * (opened, clicked) are left out: nobody is watched while they read.
 */
export const services = {
  /** Amazon SES by way of SNS, wrapped or raw (`bounce`, `complaint`, `delivery`, `deliveryDelay`). */
  ses: (body) => {
    const message = recordOf(body);
    if (message['Type'] === 'SubscriptionConfirmation') return [];
    const event = message['Type'] === 'Notification' ? recordOf(parsed(message['Message'])) : message;
    const name = textOf(event['notificationType'] ?? event['eventType']);
    const mail = recordOf(event['mail']);
    if (name === '') return null;
    const what = sesEvents[name];
    if (!what) return [];
    const mailId = mailIdIn([recordOf(mail['commonHeaders'])['messageId'], mail['source']]);
    const told = recordOf(event[what.in]);
    if (mailId === null) return [];
    const kind =
      name === 'Bounce' && told['bounceType'] !== 'Permanent' && told['bounceType'] !== 'Undetermined'
        ? 'delayed'
        : what.kind;
    return listOf(told[what.recipients]).map((one) => {
      const { emailAddress, status } = typeof one === 'string' ? { emailAddress: one } : recordOf(one);
      return reportOf(
        kind,
        mailId,
        textOf(emailAddress),
        textOf(status),
        Date.parse(textOf(told['timestamp'])),
      );
    });
  },
  /** Twilio SendGrid's Event Webhook. */
  sendgrid: (body) => {
    if (!Array.isArray(body)) return null;
    return body.slice(0, 1_000).flatMap((one): MailReport[] => {
      const event = recordOf(one);
      const kind = sendGridEvents[textOf(event['event'])];
      const mailId = mailIdIn([event['smtp-id']]);
      if (!kind || mailId === null) return [];
      const status = textOf(event['status']) || textOf(event['reason']);
      return [reportOf(kind, mailId, textOf(event['email']), status, Number(event['timestamp']) * 1_000)];
    });
  },
} as const satisfies Record<string, Read>;

export type ServiceName = keyof typeof services;

const sesEvents: Readonly<
  Record<string, { readonly kind: MailReport['kind']; readonly in: string; readonly recipients: string }>
> = {
  Bounce: { kind: 'bounced', in: 'bounce', recipients: 'bouncedRecipients' },
  Complaint: { kind: 'complained', in: 'complaint', recipients: 'complainedRecipients' },
  Delivery: { kind: 'delivered', in: 'delivery', recipients: 'recipients' },
  DeliveryDelay: { kind: 'delayed', in: 'deliveryDelay', recipients: 'delayedRecipients' },
};

/** `dropped`: SendGrid did not even try, because the address had bounced before. */
const sendGridEvents: Readonly<Record<string, MailReport['kind']>> = {
  delivered: 'delivered',
  deferred: 'delayed',
  bounce: 'bounced',
  dropped: 'bounced',
  spamreport: 'complained',
};

function reportOf(
  kind: MailReport['kind'],
  mailId: string,
  recipient: string,
  status: string,
  at: number,
): MailReport {
  const found = STATUS.exec(status)?.[0] ?? null;
  const report = { kind, mailId, recipients: [recipient], status: found };
  return Number.isFinite(at) ? { ...report, at: new Date(at) } : report;
}

function mailIdIn(places: readonly unknown[]): string | null {
  const found = places.map((place) => MAIL_ID.exec(textOf(place))?.[1]).find((id) => id !== undefined);
  return found?.toLowerCase() ?? null;
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(textOf(text));
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200_000) : '';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 1_000) : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
