import { Column, Entity } from 'typeorm';
import { MailRow } from '../mail/mail-row.js';

export type MandateMailKind = 'mandate-offered' | 'mandate-accepted' | 'mandate-declined' | 'mandate-ended';

/** A mail about an account and no application. The row says what is owed, never the code: that is made when it is sent. */
@Entity('account_mail')
export class AccountMail extends MailRow {
  @Column('text')
  kind!: 'code' | 'registered' | 'password-changed' | 'mail-changed' | 'account-closed' | MandateMailKind;

  @Column('text')
  recipient!: string;

  @Column('text', { name: 'recipient_key' })
  recipientKey!: string;

  @Column('text', { name: 'asked_from' })
  askedFrom!: string;

  @Column('text')
  language!: 'ja' | 'en';

  @Column('bytea', { name: 'proof_id', nullable: true })
  proofId!: Buffer | null;

  /** What it is about, where it is about a mandate. */
  @Column('uuid', { name: 'mandate_id', nullable: true })
  mandateId!: string | null;

  @Column('text', { name: 'message_id', nullable: true })
  messageId!: string | null;
}
