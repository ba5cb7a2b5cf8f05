import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link that shows a draft’s form to whoever has it. */
@Entity('form_preview')
export class FormPreview {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'draft_id' })
  draftId!: string;

  /** SHA-256 of what stands in the link. */
  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('uuid', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
