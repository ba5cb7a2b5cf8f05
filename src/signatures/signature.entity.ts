import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Signer } from './signer.js';

/** What an applicant was given to sign, and the signature. Once signed, nothing of it changes. */
@Entity()
export class Signature {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'draft_id' })
  draftId!: string;

  /** The exact bytes. */
  @Column('bytea')
  content!: Buffer;

  @Column('text', { name: 'content_sha256' })
  contentSha256!: string;

  @Column('timestamptz', { name: 'prepared_at', default: () => 'now()' })
  preparedAt!: Date;

  /** Null until it is signed. */
  @Column('text', { nullable: true })
  form!: 'cms' | 'raw' | null;

  @Column('bytea', { nullable: true })
  value!: Buffer | null;

  /** In DER, of a bare value; a CMS message brings its own. */
  @Column('bytea', { nullable: true })
  certificate!: Buffer | null;

  @Column('jsonb', { nullable: true })
  signer!: Signer | null;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt!: Date | null;
}
