import type { EntityManager } from 'typeorm';
import { newId } from '../database/id.js';
import type { MailSource } from './mail-sending.entity.js';

/** A mail that our mail server has answered about. */
export interface SentMail {
  /** Id of its Message-ID. */
  readonly id: string;
  readonly source: MailSource;
  readonly applicationId: string | null;
  readonly to: string;
  readonly copies?: readonly string[];
}

export interface SendingOutcome {
  readonly kind: 'sent' | 'refused' | 'failed';
  /** What our server said to it. */
  readonly reason?: string;
  /** Copies that it refused at once; the mail is sent all the same. */
  readonly refusedCopies?: readonly string[];
}

/**
 * Writes down for each recipient what our mail server said, in the transaction that marks the mail as sent. A refusal is
 * a bounce at once, with what follows from one. A mail that will be tried again is still queued: nothing is written.
 */
export async function recordSending(
  tx: EntityManager,
  mail: SentMail,
  { kind, reason = '', refusedCopies = [] }: SendingOutcome,
): Promise<void> {
  if (kind === 'failed') return;
  const refused = kind === 'refused' ? [mail.to] : [...refusedCopies];
  const took = kind === 'refused' ? [] : [mail.to, ...(mail.copies ?? [])];
  const rows = [
    ...took
      .filter((address) => !refused.includes(address))
      .map((recipient) => ({ recipient, state: 'sent', status: null })),
    ...refused.map((recipient) => ({ recipient, state: 'bounced', status: reason })),
  ];
  await tx.query(
    `insert into mail_sending (mail_id, recipient_key, recipient, source, application_id, state, status, sent_at, changed_at)
     select distinct on (lower(r.recipient)) $1::uuid, lower(r.recipient), r.recipient, $2, $3::uuid, r.state, r.status,
       clock_timestamp(), clock_timestamp()
     from jsonb_to_recordset($4::jsonb) as r(recipient text, state text, status text)
     on conflict (mail_id, recipient_key) do update set state = excluded.state, status = excluded.status,
       sent_at = excluded.sent_at, changed_at = excluded.changed_at`,
    [mail.id, mail.source, mail.applicationId, JSON.stringify(rows)],
  );
  for (const address of refused) {
    // A mail whose content is refused says nothing about the address.
    const isAddress = !reason.startsWith('DATA');
    await notArrived(tx, { ...mail, recipient: address }, 'bounced', reason, isAddress);
  }
}

/** The mail did not reach its recipient, or they call it a nuisance: the address is marked, and somebody gets a task. */
export async function notArrived(
  tx: EntityManager,
  mail: Pick<SentMail, 'id' | 'source' | 'applicationId'> & { readonly recipient: string },
  kind: 'bounced' | 'complained',
  status: string | null,
  isAddress = true,
): Promise<void> {
  const key = mail.recipient.toLowerCase();
  if (isAddress) {
    await tx.query(
      `insert into mail_trouble (recipient_key, kind, status, since, last_at)
       values ($1, $2, $3, clock_timestamp(), clock_timestamp())
       on conflict (recipient_key) do update set kind = excluded.kind, status = excluded.status, last_at = excluded.last_at`,
      [key, kind, status],
    );
  }
  // Whoever calls news a nuisance gets none any more; what concerns their own applications still comes.
  if (kind === 'complained')
    await tx.query('update account set wants_news = false where lower(mail) = $1', [key]);
  if (mail.applicationId === null) return;
  await tx.query(
    `insert into delivery_task (id, application_id, notice_id, kind, recipient_key, made_at)
     select $1, $2, (select n.id from notice n where n.id = $3), $4, $5, clock_timestamp()
     -- Copies of agents are theirs to look after.
     from application a join applicant c on c.id = a.applicant_id left join account l on l.id = c.account_id
     where a.id = $2 and (l.id is null or lower(l.mail) = $5 or exists (
       select 1 from notice n where n.application_id = a.id and lower(n.recipient_mail) = $5))
     on conflict do nothing`,
    [newId(), mail.applicationId, await subjectOf(tx, mail), kind, key],
  );
}

/** The document or mail behind it: a reminder is about another row. */
async function subjectOf(
  tx: EntityManager,
  { id, source }: Pick<SentMail, 'id' | 'source'>,
): Promise<string> {
  if (source !== 'notice_reminder') return id;
  const [row] = await tx.query<{ notice_id: string }[]>(
    'select notice_id from notice_reminder where id = $1',
    [id],
  );
  return row?.notice_id ?? id;
}

/** A mail has arrived there, or its owner has shown that they read it: tasks about the address are settled. */
export async function addressWorks(tx: Pick<EntityManager, 'query'>, address: string): Promise<void> {
  const key = address.toLowerCase();
  await tx.query('delete from mail_trouble where recipient_key = $1', [key]);
  await tx.query(
    `update delivery_task set settled_at = clock_timestamp(), outcome = 'cured'
     where recipient_key = $1 and kind = 'bounced' and settled_at is null`,
    [key],
  );
}
