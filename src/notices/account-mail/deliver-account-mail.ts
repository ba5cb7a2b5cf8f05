import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hashPassword } from '../../access/password.js';
import { CONFIG, type Config } from '../../config/config.js';
import { newId } from '../../database/id.js';
import type { Language } from '../../http/language.js';
import { OnJob } from '../../jobs/on-job.js';
import { SendOwed, type WriteOwed, wordsOf } from '../mail/send-owed.js';
import type { AccountMail, MandateMailKind } from './account-mail.entity.js';
import {
  type AccountMailText,
  codeMinutes,
  type CodePurpose,
  writeAccountMail,
} from './account-mail-texts.js';

interface OwedRow {
  readonly kind: AccountMail['kind'];
  readonly recipient: string;
  readonly recipient_key: string;
  readonly language: Language;
  readonly proof_id: Buffer | null;
  readonly mandate_id: string | null;
}

interface MandateRow {
  readonly principal: string;
  readonly agent: string;
  readonly title: string;
  readonly number: string | null;
  readonly ends_on: string;
}

@Injectable()
export class DeliverAccountMail {
  constructor(
    private readonly sending: SendOwed,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Sends one mail about an account. A code is made here and stands in the mail alone; of it the database gets a hash.
   * Sent again after a stop, the mail has another code, and the later one counts.
   */
  @OnJob('deliver-account-mail')
  async run(id: string): Promise<void> {
    await this.sending.run('account_mail', id, (tx) => this.write(tx, id));
  }

  private async write(tx: EntityManager, id: string): ReturnType<WriteOwed> {
    // The proof before its mail, as whoever deletes a proof comes to its mails: the other way round each waits for the other.
    await tx.query(
      'select 1 from mail_proof where id = (select proof_id from account_mail where id = $1) for update',
      [id],
    );
    const [owed] = await tx.query<OwedRow[]>(
      `select kind, recipient, recipient_key, language, proof_id, mandate_id from account_mail
       where id = $1 and state = 'queued' for update nowait`,
      [id],
    );
    if (!owed) return null;
    const text = await this.textOf(tx, owed);
    // What it is about was given up or settled before the mail left.
    if (text === null) return { dropped: 'nothing waits for it any more' };
    const { publicUrl } = this.config.http;
    const model = writeAccountMail(text, owed.language, publicUrl);
    // A second attempt at a code is another mail: under the same id a reader would keep the code that no longer counts.
    const mailId = owed.kind === 'code' ? newId() : id;
    return { mailId, to: owed.recipient, ...wordsOf(model, [`${publicUrl}/sign-in`], owed.language) };
  }

  private async textOf(tx: EntityManager, owed: OwedRow): Promise<AccountMailText | null> {
    if (owed.kind === 'code') return this.issueCode(tx, owed);
    return isMandateMail(owed.kind) ? this.ofMandate(tx, owed, owed.kind) : { kind: owed.kind };
  }

  /** Null for an invitation that was revoked, answered or over before the mail left. */
  private async ofMandate(
    tx: EntityManager,
    { mandate_id: id, language }: OwedRow,
    kind: MandateMailKind,
  ): Promise<AccountMailText | null> {
    const [row] = await tx.query<MandateRow[]>(
      `select p.name as principal, coalesce(a.name, m.agent_mail) as agent, m.titles ->> $2 as title,
         m.ends_on::text as ends_on, (select number from application where id = m.application_id) as number
       from mandate m join applicant p on p.id = m.principal_id left join applicant a on a.id = m.agent_id
       where m.id = $1 and ($3 or (m.state = 'invited' and m.ends_on >= (now() at time zone 'Asia/Tokyo')::date))`,
      [id, language, kind !== 'mandate-offered'],
    );
    if (!row) return null;
    const { principal, agent, title, number, ends_on: endsOn } = row;
    return { kind, principal, agent, title, number, endsOn };
  }

  /**
   * Where a code would open nothing, or somebody else's, the mail says why there is none; everything a caller can see
   * of it is the same.
   */
  private async issueCode(tx: EntityManager, owed: OwedRow): Promise<AccountMailText | null> {
    const [asked] = await tx.query<{ purpose: CodePurpose; has_account: boolean }[]>(
      `select purpose, exists (
         select from account c where c.mail_key = $2 and (c.disabled_at is null or purpose <> 'password-reset')
       ) as has_account
       from mail_proof where id = $1 and confirmed_at is null for update`,
      [owed.proof_id, owed.recipient_key],
    );
    if (!asked) return null;
    const { purpose, has_account: hasAccount } = asked;
    const instead = withoutCode[purpose](hasAccount);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await tx.query(
      `update mail_proof set code_hash = $2, tries = 0,
         code_ends_at = clock_timestamp() + $3::int * interval '1 minute'
       where id = $1`,
      [owed.proof_id, instead === null ? await hashPassword(code) : null, codeMinutes],
    );
    return instead === null ? { kind: 'code', purpose, code } : { kind: instead };
  }
}

function isMandateMail(kind: AccountMail['kind']): kind is MandateMailKind {
  return kind.startsWith('mandate-');
}

/** Which mail goes out instead of one with a code, by whether the address has an account. */
const withoutCode = {
  registration: (hasAccount: boolean) => (hasAccount ? 'account-exists' : null),
  'password-reset': (hasAccount: boolean) => (hasAccount ? null : 'no-account'),
  'mail-change': (hasAccount: boolean) => (hasAccount ? 'mail-taken' : null),
  // A guest's address may be registered beside: both are known by who reads its mail.
  guest: () => null,
} as const satisfies Record<CodePurpose, (hasAccount: boolean) => AccountMailText['kind'] | null>;
