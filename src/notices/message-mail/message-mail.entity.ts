import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail that tells an applicant of a message in the portal. It holds none of its words. */
@Entity('message_mail')
export class MessageMail {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'message_id' })
  messageId!: string;

  /** The visit that the message is about; the mail brings it for the calendar. */
  @Column('uuid', { name: 'visit_id', nullable: true })
  visitId!: string | null;

  @Column('text')
  recipient!: string;

  @Column('text', { default: 'queued' })
  state!: 'queued' | 'sent' | 'undeliverable';

  /** Message-ID of the mail. */
  @Column('text', { name: 'mail_id', nullable: true })
  mailId!: string | null;

  @Column('int', { default: 0 })
  attempts!: number;

  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;
}
