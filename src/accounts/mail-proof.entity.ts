import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody asked for who must show by a code that they read the mail of an address; kept for a day at most. */
@Entity('mail_proof')
export class MailProof {
  /** SHA-256 of a cookie's value, so that a code opens something in the browser alone that asked for it. */
  @PrimaryColumn('bytea')
  id!: Buffer;

  @Column('text')
  purpose!: 'registration' | 'password-reset' | 'mail-change' | 'guest';

  /** Whose address is to be changed; null for the other purposes. */
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;

  /** As whom a guest goes on; null for the other purposes. */
  @Column('jsonb', { nullable: true })
  guest!: {
    readonly procedureId: string;
    readonly name: string;
    readonly as: 'individual' | 'business';
  } | null;

  @Column('text')
  mail!: string;

  @Column('text', { name: 'mail_key' })
  mailKey!: string;

  /** What somebody who registers agreed to. */
  @Column('text', { name: 'terms_version', nullable: true })
  termsVersion!: string | null;

  @Column('timestamptz', { name: 'terms_agreed_at', nullable: true })
  termsAgreedAt!: Date | null;

  /** argon2id. Null while no code was sent, for an address that gets none, and once the code was used. */
  @Column('text', { name: 'code_hash', nullable: true })
  codeHash!: string | null;

  @Column('timestamptz', { name: 'code_ends_at', nullable: true })
  codeEndsAt!: Date | null;

  @Column('int', { default: 0 })
  tries!: number;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
