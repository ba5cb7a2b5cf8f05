import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone who applies: a person or a business. Names keep every character as written. */
@Entity()
export class Applicant {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null once the account is closed: what was submitted stays with the office. */
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;

  @Column('text')
  kind!: 'individual' | 'business';

  @Column('text')
  name!: string;

  /** What `x-prefill` reads: `profile.name`, `profile.address` …; `profile.mail` is that of the account. */
  @Column('jsonb')
  profile!: Record<string, unknown>;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** When somebody last acted as this applicant. */
  @Column('timestamptz', { name: 'worn_at', default: () => 'now()' })
  wornAt!: Date;
}
