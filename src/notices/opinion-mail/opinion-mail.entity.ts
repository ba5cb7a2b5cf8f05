import { Column, Entity } from 'typeorm';
import { MailRow } from '../mail/mail-row.js';

export type OpinionMailKind = 'asked' | 'extended' | 'due-soon' | 'overdue' | 'withdrawn' | 'answered';

/** A mail to an official about an opinion that was asked. It says nothing of the application but its number. */
@Entity('opinion_mail')
export class OpinionMail extends MailRow {
  @Column('uuid', { name: 'opinion_id' })
  opinionId!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  recipient!: string;

  @Column('text')
  kind!: OpinionMailKind;

  /** Tells one reminder from the next. */
  @Column('text')
  turn!: string;

  /** Message-ID of the mail. */
  @Column('text', { name: 'mail_id', nullable: true })
  mailId!: string | null;
}
