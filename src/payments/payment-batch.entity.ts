import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredSettings } from './payment-profile.entity.js';

/**
 * `looking`: the worker looks at each payment; `draft`: what it found is to be judged; `checked`: waits for a second
 * person; `released`: the file may be made; `exported`: the bank's answer is awaited; `closed`: all is answered.
 */
export type PaymentBatchState =
  'looking' | 'draft' | 'checked' | 'released' | 'exported' | 'closed' | 'cancelled';

/** Applications of one procedure that are paid together, on one day, from one account. */
@Entity('payment_batch')
export class PaymentBatch {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { unique: true })
  number!: number;

  @Column('text', { name: 'procedure_id' })
  procedureId!: string;

  @Column('text')
  state!: PaymentBatchState;

  /** The day on which the bank is to pay. */
  @Column('date', { name: 'pay_on' })
  payOn!: string;

  @Column('uuid', { name: 'profile_id' })
  profileId!: string;

  /** The settings that it was released with; null before. */
  @Column('jsonb', { nullable: true })
  profile!: StoredSettings | null;

  /** Of everything that is released: rows, day and settings. */
  @Column('text', { nullable: true })
  digest!: string | null;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('uuid', { name: 'checked_by', nullable: true })
  checkedBy!: string | null;

  @Column('uuid', { name: 'released_by', nullable: true })
  releasedBy!: string | null;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null;
}
