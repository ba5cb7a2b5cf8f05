import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that officials keep with a case; its content is in the file store under its hash. */
@Entity('desk_file')
export class DeskFile {
  @PrimaryColumn('uuid')
  id!: string;

  /** The paper that it is a scan of. */
  @Column('uuid', { name: 'paper_draft_id', nullable: true })
  paperDraftId!: string | null;

  /** The visit at which it was photographed, and the item of its checklist. */
  @Column('uuid', { name: 'visit_id', nullable: true })
  visitId!: string | null;

  @Column('text', { nullable: true })
  item!: string | null;

  /** The opinion that it was given with. */
  @Column('uuid', { name: 'opinion_id', nullable: true })
  opinionId!: string | null;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

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
