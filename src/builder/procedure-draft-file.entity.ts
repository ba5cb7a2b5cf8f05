import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One file of a draft, and the revision that changed it last. */
@Entity('procedure_draft_file')
export class ProcedureDraftFile {
  @PrimaryColumn('uuid', { name: 'draft_id' })
  draftId!: string;

  @PrimaryColumn('text')
  path!: string;

  /** Null: the file was removed by that revision. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('int', { name: 'changed_in' })
  changedIn!: number;
}
