import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An announcement's mail to one account. The address is looked up when the mail leaves. */
@Entity('announcement_mail')
export class AnnouncementMail {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'announcement_id' })
  announcementId!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('text', { default: 'queued' })
  state!: 'queued' | 'sent' | 'undeliverable';

  @Column('text', { name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column('int', { default: 0 })
  attempts!: number;

  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;
}
