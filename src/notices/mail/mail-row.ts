import { Column, PrimaryColumn } from 'typeorm';

/** What every table of mails keeps of each; `SendOwed` writes it. */
export abstract class MailRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { default: 'queued' })
  state!: 'queued' | 'sent' | 'undeliverable';

  @Column('int', { default: 0 })
  attempts!: number;

  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;
}
