import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One change of a draft. From the files as they are now, the changes lead back to every revision. */
@Entity('procedure_draft_change')
export class ProcedureDraftChange {
  @PrimaryColumn('uuid', { name: 'draft_id' })
  draftId!: string;

  @PrimaryColumn('int')
  revision!: number;

  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId!: string | null;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  kind!: 'begin' | 'edit' | 'restore';

  @Column('text', { nullable: true })
  words!: string | null;

  /** As the engine performs them; null where only texts came. */
  @Column('jsonb', { nullable: true })
  operations!: readonly unknown[] | null;

  /** Path → text before; null where there was no such file. */
  @Column('jsonb')
  before!: Record<string, string | null>;
}
