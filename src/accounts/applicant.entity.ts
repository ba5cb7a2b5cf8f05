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

  @Column('text', { name: 'terms_version', nullable: true })
  termsVersion!: string | null;

  @Column('timestamptz', { name: 'terms_agreed_at', nullable: true })
  termsAgreedAt!: Date | null;

  /** Mails about news; important ones go to everybody. */
  @Column('boolean', { name: 'wants_news', default: false })
  wantsNews!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;
}
