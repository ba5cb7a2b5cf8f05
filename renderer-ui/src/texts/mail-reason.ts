/** Why a mail was not taken, as far as its recipient's server tells by number. */
export type MailReason = 'nobody' | 'full' | 'content' | 'later' | 'other';

/** @param status as kept of a sending: `RCPT TO 550 EENVELOPE`, `5.1.1`, `DATA 554 EMESSAGE` */
export function mailReason(status: string): MailReason {
  if (/\b(452|552|[45]\.2\.2)\b/.test(status)) return 'full';
  if (status.startsWith('DATA 5') || /\b5\.[67]\.\d/.test(status)) return 'content';
  if (/\b(550|551|553|5\.1\.\d+)\b/.test(status) || status === 'not a mail address') return 'nobody';
  return /\b4\d\d\b|\b4\.\d\.\d/.test(status) ? 'later' : 'other';
}
