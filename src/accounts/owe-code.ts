import type { EntityManager } from 'typeorm';
import { newId } from '../database/id.js';
import type { Language } from '../http/language.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { jobKinds } from '../jobs/job-kinds.js';
import type { AccountMail } from '../notices/account-mail/account-mail.entity.js';

export interface CodeRequest {
  readonly proofId: Buffer;
  readonly mail: string;
  /** Address of the caller. */
  readonly askedFrom: string;
  /** For an address that has no account; whoever has one chose theirs. */
  readonly language: Language;
}

/** An office or a school shares one address, so that limit is wide. */
const mostPerMinute = 1;
const mostPerHour = 5;
const mostPerHourFromOneAddress = 60;

/** Owes a code by mail, unless too many were asked for. */
export async function oweCode(tx: EntityManager, wanted: CodeRequest): Promise<Outcome<null>> {
  const allowed = await allowCode(tx, wanted);
  if (allowed.ok) await oweAccountMail(tx, 'code', wanted);
  return allowed;
}

/**
 * Refuses when too many codes were asked for: per mail address, whoever asks, and per caller. Requests for the same
 * address wait for one another, so that parallel ones count each other. Says nothing about who has an account.
 */
export async function allowCode(
  tx: EntityManager,
  wanted: Pick<CodeRequest, 'mail' | 'askedFrom'>,
): Promise<Outcome<null>> {
  const key = mailKeyOf(wanted.mail);
  // Always the caller first, so that no two requests wait for each other.
  await tx.query(`select pg_advisory_xact_lock(7283, hashtext($1))`, [wanted.askedFrom]);
  await tx.query(`select pg_advisory_xact_lock(7284, hashtext($1))`, [key]);
  const [count] = await tx.query<{ minute: number; hour: number; caller: number }[]>(
    `select count(*) filter (where recipient_key = $1 and created_at > clock_timestamp() - interval '1 minute')::int as minute,
            count(*) filter (where recipient_key = $1)::int as hour,
            count(*) filter (where asked_from = $2)::int as caller
     from account_mail
     where kind = 'code' and (recipient_key = $1 or asked_from = $2)
       and created_at > clock_timestamp() - interval '1 hour'`,
    [key, wanted.askedFrom],
  );
  if (!count || count.hour >= mostPerHour || count.caller >= mostPerHourFromOneAddress) {
    return refuse('too-many-mails', { params: { minutes: 60 } });
  }
  if (count.minute >= mostPerMinute) return refuse('too-many-mails', { params: { minutes: 1 } });
  return done(null);
}

/**
 * In the caller's transaction: the row of the mail, and the job that sends it. A code is in the language of the page that
 * waits for it, every other mail in that of the account.
 */
export async function oweAccountMail(
  tx: EntityManager,
  kind: AccountMail['kind'],
  {
    proofId,
    mail,
    askedFrom,
    language,
    mandateId = null,
  }: Omit<CodeRequest, 'proofId'> & {
    readonly proofId: Buffer | null;
    /** Of a mail about a mandate. */
    readonly mandateId?: string | null;
  },
): Promise<void> {
  const id = newId();
  await tx.query(
    `insert into account_mail (id, kind, recipient, recipient_key, asked_from, language, proof_id, mandate_id, created_at)
     values ($1, $2, $3, $4, $5,
       coalesce((select language from account where mail_key = $4 and $2 <> 'code'), $6), $7, $8, clock_timestamp())`,
    [id, kind, mail, mailKeyOf(mail), askedFrom, language, proofId, mandateId],
  );
  await tx.query('insert into outbox (id, queue, name, subject_id) values ($1, $2, $3, $1)', [
    id,
    jobKinds['deliver-account-mail'].queue,
    'deliver-account-mail',
  ]);
}

/** How an account is found by its address. */
export function mailKeyOf(mail: string): string {
  return mail.trim().toLowerCase();
}
