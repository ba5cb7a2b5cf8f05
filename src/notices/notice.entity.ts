import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeContext } from './plan-notices.js';

/** A message or notice owed to the applicant: planned with the decision, carried out by a job. */
@Entity()
export class Notice {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text')
  kind!: 'message' | 'notice';

  /** File name without folder and ending. */
  @Column('text')
  template!: string;

  @Column('text')
  title!: string;

  @Column('text', { name: 'recipient_mail', nullable: true })
  recipientMail!: string | null;

  @Column('int', { name: 'submission_n' })
  submissionN!: number;

  @Column('int', { name: 'event_seq' })
  eventSeq!: number;

  @Column('jsonb')
  context!: NoticeContext;

  @Column('text', { default: 'queued' })
  state!: 'queued' | 'ready' | 'sent' | 'undeliverable';

  @Column('text', { name: 'document_number', nullable: true })
  documentNumber!: string | null;

  @Column('text', { name: 'pdf_sha256', nullable: true })
  pdfSha256!: string | null;

  @Column('text', { nullable: true })
  text!: string | null;

  @Column('text', { name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column('int', { default: 0 })
  attempts!: number;

  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'ready_at', nullable: true })
  readyAt!: Date | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column('timestamptz', { name: 'first_opened_at', nullable: true })
  firstOpenedAt!: Date | null;
}
