import PostalMime, { type Attachment, type Email } from 'postal-mime';
import type { MailReport } from '../take-in-report.js';
import { readPlainReport } from './plain-report.js';

/** More of a mail is not looked at: what it is about stands at its beginning. */
export const mostBytes = 512 * 1024;
const mostRecipients = 100;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const ADDRESS = /[^\s<>"(),;:]+@[^\s<>"(),;:]+/;

/**
 * What a mail in the mailbox of reports says about mails of ours: a delivery status notification (RFC 3464), a
 * complaint (RFC 5965), or one of those that say it in plain words. Nothing, for all other mail that strays in.
 *
 * @param raw as the server holds it; cut after {@link mostBytes}
 * @param domain of our Message-IDs
 */
export async function readReports(raw: Uint8Array, domain: string): Promise<readonly MailReport[]> {
  const mail = await PostalMime.parse(raw.subarray(0, mostBytes), {
    forceRfc822Attachments: true,
    maxNestingDepth: 10,
    maxHeadersSize: 64 * 1024,
    attachmentEncoding: 'utf8',
  }).catch(() => null);
  if (!mail) return [];
  const mailId = mailIdOf(mail, domain);
  if (mailId === null) return [];
  const complaint = partOf(mail, 'message/feedback-report');
  if (complaint !== null) return complained(mailId, complaint);
  const status = partOf(mail, 'message/delivery-status');
  if (status !== null) return delivered(mailId, status);
  return readPlainReport(mail, mailId);
}

function complained(mailId: string, report: string): readonly MailReport[] {
  const [fields] = groupsOf(report);
  const kind = fields?.get('feedback-type')?.toLowerCase();
  // The other kinds say that it is no nuisance, or are about signatures and statistics.
  if (kind !== 'abuse' && kind !== 'fraud' && kind !== 'opt-out') return [];
  const recipient = addressIn(fields?.get('original-rcpt-to'));
  return [{ kind: 'complained', mailId, recipients: recipient === null ? [] : [recipient], status: null }];
}

const kinds: Readonly<Record<string, MailReport['kind']>> = {
  failed: 'bounced',
  delayed: 'delayed',
  // `relayed` and `expanded` say that it has left for where nobody can say more.
  delivered: 'delivered',
};

function delivered(mailId: string, report: string): readonly MailReport[] {
  const [, ...recipients] = groupsOf(report);
  return recipients.slice(0, mostRecipients).flatMap((fields): readonly MailReport[] => {
    const kind = kinds[fields.get('action')?.toLowerCase() ?? ''];
    if (kind === undefined) return [];
    const named = [fields.get('original-recipient'), fields.get('final-recipient')].map(addressIn);
    const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null;
    return [{ kind, mailId, recipients: named.filter((address) => address !== null), status }];
  });
}

/**
 * By the address that the report came to, which each mail has for itself; else by the envelope's id or the Message-ID
 * that it quotes.
 */
function mailIdOf(mail: Email, domain: string): string | null {
  const arrived = mail.headers
    .filter(({ key }) => ['to', 'delivered-to', 'x-original-to', 'envelope-to'].includes(key))
    .map(({ value }) => value);
  const own = first(arrived, new RegExp(`\\+(${UUID})@`, 'i'));
  if (own !== null) return own;
  const envelope = first(
    [partOf(mail, 'message/delivery-status') ?? ''],
    new RegExp(`^original-envelope-id:[^\\S\\n]*(${UUID})\\s*$`, 'im'),
  );
  if (envelope !== null) return envelope;
  const quoted = [
    partOf(mail, 'message/rfc822') ?? '',
    partOf(mail, 'text/rfc822-headers') ?? '',
    ...mail.headers
      .filter(({ key }) => key === 'references' || key === 'in-reply-to')
      .map(({ value }) => value),
    mail.text ?? '',
  ];
  return first(quoted, new RegExp(`<(${UUID})@${domain.replaceAll('.', '\\.')}>`, 'i'));
}

function first(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found.toLowerCase();
  }
  return null;
}

function partOf({ attachments }: Email, type: string): string | null {
  const part = attachments.find(({ mimeType }: Attachment) => mimeType.toLowerCase() === type);
  if (!part) return null;
  return typeof part.content === 'string'
    ? part.content
    : Buffer.from(part.content as ArrayBuffer).toString('utf8');
}

/** Groups of fields, parted by empty lines; of a field that comes twice the first counts. */
function groupsOf(report: string): readonly ReadonlyMap<string, string>[] {
  const unfolded = report.replaceAll('\r', '').replaceAll(/\n[ \t]+/g, ' ');
  return unfolded
    .split(/\n{2,}/)
    .filter((group) => group.trim() !== '')
    .slice(0, mostRecipients + 1)
    .map((group) => {
      const fields = new Map<string, string>();
      for (const line of group.split('\n')) {
        const colon = line.indexOf(':');
        const name = line.slice(0, colon).trim().toLowerCase();
        if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
      }
      return fields;
    });
}

/** `rfc822; taro@example.jp` → the address. */
function addressIn(value: string | undefined): string | null {
  return ADDRESS.exec(value?.slice(value.indexOf(';') + 1) ?? '')?.[0] ?? null;
}
