import { Column, Entity } from 'typeorm';
import { MailRow } from '../mail/mail-row.js';

/** A mail about a document: that it was not opened, or that it was called back; one of each kind for a document. */
@Entity('notice_reminder')
export class NoticeReminder extends MailRow {
  @Column('uuid', { name: 'notice_id' })
  noticeId!: string;

  @Column('text', { default: 'unopened' })
  kind!: 'unopened' | 'revoked';

  @Column('text')
  recipient!: string;

  @Column('text', { name: 'message_id', nullable: true })
  messageId!: string | null;
}
