import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An uploaded file; its content is in the file store under its hash. */
@Entity()
export class Attachment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'draft_id' })
  draftId!: string;

  /** Set when a submission refers to it; from then on officials may see it. */
  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null;

  /** Dotted field path: `documents.permit_copy`. */
  @Column('text')
  field!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Column('int')
  bytes!: number;

  @Column('text')
  sha256!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
