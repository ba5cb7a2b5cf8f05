import { Column, Entity } from 'typeorm';
import { MailRow } from '../notices/mail/mail-row.js';

/** An announcement's mail to one account. The address is looked up when the mail leaves. */
@Entity('announcement_mail')
export class AnnouncementMail extends MailRow {
  @Column('uuid', { name: 'announcement_id' })
  announcementId!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('text', { name: 'message_id', nullable: true })
  messageId!: string | null;
}
