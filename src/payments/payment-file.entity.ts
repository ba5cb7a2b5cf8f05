import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file for the bank. Its bytes are made anew from what was released each time, and are always these. */
@Entity('payment_file')
export class PaymentFile {
  @PrimaryColumn('uuid', { name: 'batch_id' })
  batchId!: string;

  @PrimaryColumn('int')
  part!: number;

  @Column('text')
  name!: string;

  @Column('int', { name: 'first_n' })
  firstN!: number;

  @Column('int', { name: 'last_n' })
  lastN!: number;

  @Column('int')
  rows!: number;

  @Column('int8')
  amount!: string;

  @Column('int')
  bytes!: number;

  @Column('text')
  sha256!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
