import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which version of a procedure is in force, and whether the office has moved its window. */
@Entity('procedure')
export class ProcedureRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'current_hash' })
  currentHash!: string;

  @Column('timestamptz', { name: 'opens_at', nullable: true })
  opensAt!: Date | null;

  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt!: Date | null;

  /** Whose draft it was published from; null for one that came as a folder. */
  @Column('uuid', { name: 'department_id', nullable: true })
  departmentId!: string | null;

  /** What its folder held when it was last published from there. */
  @Column('text', { name: 'folder_hash', nullable: true })
  folderHash!: string | null;

  @Column('timestamptz', { name: 'paused_at', nullable: true })
  pausedAt!: Date | null;

  /** What applicants read while it is paused. */
  @Column('jsonb', { name: 'paused_text', nullable: true })
  pausedText!: { readonly ja: string; readonly en: string } | null;
}
