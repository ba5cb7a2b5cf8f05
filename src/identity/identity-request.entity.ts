import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who was sent to a provider and is not back yet; used once, within ten minutes. */
@Entity('identity_request')
export class IdentityRequestRow {
  /** SHA-256 of the state. */
  @PrimaryColumn('bytea')
  id!: Buffer;

  /** SHA-256 of the cookie of the browser that was sent: nobody else can come back in its place. */
  @Column('bytea')
  browser!: Buffer;

  @Column('text')
  provider!: string;

  @Column('text')
  nonce!: string;

  @Column('text', { name: 'code_verifier' })
  codeVerifier!: string;

  /** The account that is to be linked; null for a sign-in. */
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;

  /** Where to go on, inside the portal. */
  @Column('text')
  next!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
