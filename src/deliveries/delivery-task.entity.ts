import { Column, Entity, PrimaryColumn } from 'typeorm';

type DeliveryTaskKind = 'bounced' | 'complained' | 'unopened';
/** `opened` and `cured` came by themselves; the others are what an official did. */
type DeliveryOutcome = 'opened' | 'cured' | 'reached' | 'again' | 'by-post' | 'left';

/** Somebody must see to it that what was sent about an application reaches its applicant. */
@Entity('delivery_task')
export class DeliveryTask {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  /** The document or mail that it began with; null for a mail about a message of the office. */
  @Column('uuid', { name: 'notice_id', nullable: true })
  noticeId!: string | null;

  @Column('text')
  kind!: DeliveryTaskKind;

  @Column('text', { name: 'recipient_key', nullable: true })
  recipientKey!: string | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  @Column('uuid', { name: 'settled_by', nullable: true })
  settledBy!: string | null;

  @Column('text', { nullable: true })
  outcome!: DeliveryOutcome | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
