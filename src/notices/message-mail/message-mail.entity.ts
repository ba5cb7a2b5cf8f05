import { Column, Entity } from 'typeorm';
import { MailRow } from '../mail/mail-row.js';

/** A mail that tells an applicant of a message in the portal. It holds none of its words. */
@Entity('message_mail')
export class MessageMail extends MailRow {
  @Column('uuid', { name: 'message_id' })
  messageId!: string;

  /** The visit that the message is about; the mail brings it for the calendar. */
  @Column('uuid', { name: 'visit_id', nullable: true })
  visitId!: string | null;

  @Column('text')
  recipient!: string;

  /** Message-ID of the mail. */
  @Column('text', { name: 'mail_id', nullable: true })
  mailId!: string | null;
}
