import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail that reminds an applicant of a document that they have not opened; one for each document. */
@Entity('notice_reminder')
export class NoticeReminder {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'notice_id', unique: true })
  noticeId!: string;

  @Column('text')
  recipient!: string;

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
