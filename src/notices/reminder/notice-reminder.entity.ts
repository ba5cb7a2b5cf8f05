import { Column, Entity } from 'typeorm';
import { MailRow } from '../mail/mail-row.js';

/** A mail that reminds an applicant of a document that they have not opened; one for each document. */
@Entity('notice_reminder')
export class NoticeReminder extends MailRow {
  @Column('uuid', { name: 'notice_id', unique: true })
  noticeId!: string;

  @Column('text')
  recipient!: string;

  @Column('text', { name: 'message_id', nullable: true })
  messageId!: string | null;
}
