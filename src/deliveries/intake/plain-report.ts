import type { Email } from 'postal-mime';
import type { MailReport } from '../take-in-report.js';

/** So much of the words is looked at: the reason comes first, a quoted mail after it. */
const mostText = 8_000;
const mostAddresses = 20;

const SENDER = /^(?:mailer-daemon|postmaster|mail-?daemon|mdaemon|bounce)/i;
const ADDRESS = /[^\s<>"'(),;:[\]]{1,64}@[^\s<>"'(),;:[\]]{1,190}/g;

/** It is still being tried, or the mailbox may take it another day. */
const LATER =
  /\bdelay(?:ed)?\b|will (?:continue|keep|be) (?:to |retr)|has not (?:yet )?been delivered|do(?:es)? not need to resend|temporar|\b4\.\d{1,3}\.\d{1,3}\b|遅延|再送(?:信)?(?:を|し)|しばらく|まだ(?:お届け|配信|配送)/i;

/** It will not arrive: in the words of common servers and of the Japanese mobile carriers. */
const NEVER =
  /user unknown|unknown user|no such (?:user|address|mailbox|recipient)|unknown (?:recipient|address|mailbox)|invalid (?:recipient|address|mailbox)|recipient (?:address )?rejected|mailbox (?:unavailable|not found|is disabled|full)|account is (?:disabled|inactive)|does not exist|not our customer|un(?:deliverable|routeable)|permanent(?:ly)? (?:fail|error)|(?:could not|couldn't|not able to|unable to|wasn't able to) (?:be )?deliver|delivery (?:has )?failed|delivery failure|returned (?:mail|to sender)|rejected|host (?:unknown|not found)|transmission limit over|\b5\.\d{1,3}\.\d{1,3}\b|\b55[0-4]\b|宛先(?:不明|が存在|に届)|存在しません|見つかりません|(?:お届け|配信|配送|送信)(?:でき|に失敗)|届けられません|届きませんでした|エラーメール/i;

/**
 * A report in plain words. Only from what carries mail: what a person or their absence writes is no report, whatever it
 * says.
 */
export function readPlainReport(mail: Email, mailId: string): readonly MailReport[] {
  const automatic = mail.headers.find(({ key }) => key === 'auto-submitted')?.value.toLowerCase() ?? '';
  const sender = mail.from?.address ?? '';
  if (automatic.startsWith('auto-replied') || !SENDER.test(sender)) return [];
  const words = `${mail.subject ?? ''}\n${mail.text ?? plainOf(mail.html)}`.slice(0, mostText);
  const [subject = ''] = words.split('\n', 1);
  const kind = LATER.test(subject)
    ? 'delayed'
    : NEVER.test(words)
      ? 'bounced'
      : LATER.test(words)
        ? 'delayed'
        : null;
  if (kind === null) return [];
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? null;
  const named = [...new Set(words.match(ADDRESS) ?? [])].map((address) => address.replace(/\.+$/, ''));
  const ofCarriers = new Set(mail.to?.map(({ address }) => address) ?? []);
  const recipients = named
    .filter((address) => address !== sender && !ofCarriers.has(address))
    .slice(0, mostAddresses);
  return [{ kind, mailId, recipients, status }];
}

function plainOf(html: string | undefined): string {
  return html?.slice(0, mostText * 4).replaceAll(/<[^>]{0,1000}>/g, ' ') ?? '';
}
