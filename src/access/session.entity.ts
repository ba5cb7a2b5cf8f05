import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Of an applicant's account or of an official. */
@Entity()
export class Session {
  /** SHA-256 of the cookie's value. */
  @PrimaryColumn('bytea')
  id!: Buffer;

  /** By which a person ends one of their sessions; the id is shown to nobody. */
  @Column('uuid', { unique: true, default: () => 'gen_random_uuid()' })
  handle!: string;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;

  /** As whom the account acts now. */
  @Column('uuid', { name: 'applicant_id', nullable: true })
  applicantId!: string | null;

  /** For whom the account acts now; without a valid mandate it acts for itself. */
  @Column('uuid', { name: 'mandate_id', nullable: true })
  mandateId!: string | null;

  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId!: string | null;

  /** An official's one-time code was right in this session. */
  @Column('boolean', { name: 'code_proved', default: false })
  codeProved!: boolean;

  /** What the browser said of itself, cut short. */
  @Column('text', { name: 'user_agent', nullable: true })
  userAgent!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at', default: () => 'now()' })
  lastSeenAt!: Date;
}
