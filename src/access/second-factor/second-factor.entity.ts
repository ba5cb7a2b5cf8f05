import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The key from which an official's device makes one-time codes. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  /** Encrypted; null while none is in use. */
  @Column('bytea', { nullable: true })
  secret!: Buffer | null;

  /** The next one, until a code shows that the device has it. */
  @Column('bytea', { nullable: true })
  pending!: Buffer | null;

  @Column('timestamptz', { nullable: true })
  since!: Date | null;

  /** The step whose code was taken last: an older one, or the same again, is refused. */
  @Column('int', { name: 'last_step', default: 0 })
  lastStep!: number;
}
