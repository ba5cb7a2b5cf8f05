import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone who applies: a person or a business. Names keep every character as written. */
@Entity()
export class Applicant {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: 'individual' | 'business';

  @Column('text')
  name!: string;

  @Column('text')
  mail!: string;

  @Column('text', { name: 'mail_key', unique: true })
  mailKey!: string;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  /** What `x-prefill` reads: `profile.name`, `profile.address` …; `site` holds the store that `site.…` reads. */
  @Column('jsonb')
  profile!: Record<string, unknown>;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;
}
