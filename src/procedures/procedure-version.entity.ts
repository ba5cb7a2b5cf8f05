import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A published version. A trigger refuses every change. */
@Entity('procedure_version')
export class ProcedureVersion {
  /** SHA-256 of the files. */
  @PrimaryColumn('text')
  hash!: string;

  @Column('text', { name: 'procedure_id' })
  procedureId!: string;

  @Column('int')
  number!: number;

  /** Path in the folder → text. */
  @Column('jsonb')
  files!: Record<string, string>;

  /** Page → hash of its validator module. */
  @Column('jsonb')
  validators!: Record<string, string>;

  @Column('timestamptz', { name: 'published_at', default: () => 'now()' })
  publishedAt!: Date;
}
