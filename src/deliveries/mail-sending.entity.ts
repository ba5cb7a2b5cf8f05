import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Tables whose rows owe mails. */
export type MailSource =
  'notice' | 'message_mail' | 'account_mail' | 'opinion_mail' | 'announcement_mail' | 'notice_reminder';

/** `sent`: our mail server has it. What comes after is what others have told us. */
export type SendingState = 'sent' | 'delayed' | 'delivered' | 'bounced' | 'complained';

/** What became of one mail at one recipient, from the moment our mail server has answered. */
@Entity('mail_sending')
export class MailSending {
  /** Id of the Message-ID. */
  @PrimaryColumn('uuid', { name: 'mail_id' })
  mailId!: string;

  /** The address in lower case. */
  @PrimaryColumn('text', { name: 'recipient_key' })
  recipientKey!: string;

  @Column('text')
  recipient!: string;

  @Column('text')
  source!: MailSource;

  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null;

  @Column('text')
  state!: SendingState;

  /** RFC 3463, such as 5.1.1, or what our own mail server answered. */
  @Column('text', { nullable: true })
  status!: string | null;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
