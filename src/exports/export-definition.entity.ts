import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExportContent } from './export.dto.js';

/** A table as somebody wants to have it again and again. */
@Entity('export_definition')
export class ExportDefinition {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text', { name: 'procedure_id' })
  procedureId!: string;

  @Column('text')
  title!: string;

  /** Seen and used by everybody who may export the procedure. */
  @Column('boolean')
  shared!: boolean;

  @Column('jsonb')
  content!: ExportContent;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
