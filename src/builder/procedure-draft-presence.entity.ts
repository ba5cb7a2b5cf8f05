import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An author has a draft on the screen, as long as `seenAt` is fresh. */
@Entity('procedure_draft_presence')
export class ProcedureDraftPresence {
  @PrimaryColumn('uuid', { name: 'draft_id' })
  draftId!: string;

  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  /** Where in the builder: `form/store.city`. */
  @Column('text')
  place!: string;

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;
}
