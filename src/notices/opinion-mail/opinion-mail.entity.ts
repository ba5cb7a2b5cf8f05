import { Column, Entity, PrimaryColumn } from 'typeorm';

export type OpinionMailKind = 'asked' | 'extended' | 'due-soon' | 'overdue' | 'withdrawn' | 'answered';

/** A mail to an official about an opinion that was asked. It says nothing of the application but its number. */
@Entity('opinion_mail')
export class OpinionMail {
  @PrimaryColumn('uuid')
  id!: string;

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
