import { Column, Entity, PrimaryColumn } from 'typeorm';

/** SQL: a row `f` of the table as screens see it, an `AttachmentView`. */
export const attachmentJson = `jsonb_strip_nulls(jsonb_build_object('id', f.id, 'field', f.field, 'name', f.name,
  'mediaType', f.media_type, 'bytes', f.bytes, 'sha256', f.sha256, 'takenAt', f.taken_at,
  'placeRemoved', case when f.original_sha256 is not null then true end, 'reusedFrom', f.reused_from))`;

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

  /** Civil time of the camera: `2026-05-01T10:20:30`. */
  @Column('text', { name: 'taken_at', nullable: true })
  takenAt!: string | null;

  /** SHA-256 of what was sent, where the place was taken out of it. */
  @Column('text', { name: 'original_sha256', nullable: true })
  originalSha256!: string | null;

  /** Number of the application that the file was taken over from. */
  @Column('text', { name: 'reused_from', nullable: true })
  reusedFrom!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
