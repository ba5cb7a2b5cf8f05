import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A notice as it would be issued, drawn for the official who is about to decide. Goes after a day. */
@Entity()
export class NoticePreview {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  /** Who asked for it, and alone sees it. */
  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  title!: string;

  @Column('bytea')
  pdf!: Buffer;

  @Column('timestamptz', { name: 'drawn_at' })
  drawnAt!: Date;
}
