import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A registration under way, for a day at most: from the agreement to the terms until the account is made. */
@Entity()
export class Registration {
  /** SHA-256 of the cookie's value. */
  @PrimaryColumn('bytea')
  id!: Buffer;

  @Column('text')
  mail!: string;

  @Column('text', { name: 'mail_key' })
  mailKey!: string;

  @Column('text', { name: 'terms_version' })
  termsVersion!: string;

  @Column('timestamptz', { name: 'terms_agreed_at', default: () => 'now()' })
  termsAgreedAt!: Date;

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
