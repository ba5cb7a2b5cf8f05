import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that comes in pieces. What has come so far lies in the file store under the id of this row. */
@Entity()
export class Upload {
  /** Given by the browser, so that it can ask again whether it had begun. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'draft_id' })
  draftId!: string;

  /** Dotted field path. */
  @Column('text')
  field!: string;

  @Column('text')
  name!: string;

  /** Size of the whole file. */
  @Column('int')
  bytes!: number;

  @Column('int', { default: 0 })
  received!: number;

  /** Set when it is finished. */
  @Column('uuid', { name: 'attachment_id', nullable: true })
  attachmentId!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'touched_at', default: () => 'now()' })
  touchedAt!: Date;
}
