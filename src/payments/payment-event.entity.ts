import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of what was done with a batch, and by whom. */
@Entity('payment_event')
export class PaymentEvent {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'batch_id' })
  batchId!: string;

  @Column('timestamptz')
  at!: Date;

  /** Null for what happened by itself. */
  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId!: string | null;

  @Column('text')
  action!: string;

  @Column('jsonb')
  detail!: Readonly<Record<string, string | number>>;
}
