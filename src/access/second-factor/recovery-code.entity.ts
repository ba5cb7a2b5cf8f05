import { Column, Entity, PrimaryColumn } from 'typeorm';

/** For the day when the device is lost: signs in once. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  /** SHA-256 of 80 random bits. */
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
