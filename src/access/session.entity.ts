import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class Session {
  /** SHA-256 of the cookie's value. */
  @PrimaryColumn('bytea')
  id!: Buffer;

  @Column('uuid', { name: 'applicant_id', nullable: true })
  applicantId!: string | null;

  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at', default: () => 'now()' })
  lastSeenAt!: Date;
}
