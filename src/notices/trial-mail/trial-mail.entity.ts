import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail of a draft that an author sends to their own address, to see it as it arrives. */
@Entity('trial_mail')
export class TrialMail {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  recipient!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  text!: string;

  @Column('text')
  html!: string;

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
