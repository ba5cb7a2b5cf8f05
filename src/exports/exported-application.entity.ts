import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * An application that was in a table. Its own row and no `reading`, because whoever has a table made has not opened the
 * case: queues go on saying that it is new. The applicant reads both.
 */
@Entity('exported_application')
export class ExportedApplication {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @PrimaryColumn('uuid', { name: 'export_id' })
  exportId!: string;

  @Column('timestamptz')
  at!: Date;
}
