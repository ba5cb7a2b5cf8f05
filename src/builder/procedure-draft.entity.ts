import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A procedure as an author writes it, before it is published. */
@Entity('procedure_draft')
export class ProcedureDraft {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'procedure_id' })
  procedureId!: string;

  @Column('text')
  title!: string;

  @Column('uuid', { name: 'department_id', nullable: true })
  departmentId!: string | null;

  @Column('int', { default: 1 })
  revision!: number;

  /** The version in force when it was begun. */
  @Column('text', { name: 'base_hash', nullable: true })
  baseHash!: string | null;

  /** Null: the command line of the installation. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy!: string | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;
}
