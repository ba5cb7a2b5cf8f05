import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One answer of an open application that lists show and sort by. */
@Entity('application_listed')
export class ApplicationListed {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  /** Dotted path of the question. */
  @PrimaryColumn('text')
  field!: string;

  @Column('text', { name: 'procedure_id' })
  procedureId!: string;

  /** Sorts, byte by byte, as the value does; empty where nothing was answered. */
  @Column('text')
  sort!: string;

  @Column('jsonb')
  value!: unknown;
}
