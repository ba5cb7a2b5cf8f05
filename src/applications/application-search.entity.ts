import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By what an application is found. Nothing in it is ever shown. */
@Entity('application_search')
export class ApplicationSearch {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text', { name: 'procedure_id' })
  procedureId!: string;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt!: Date;

  /** Names, readings, telephone numbers, addresses as search compares them, one a line. */
  @Column('text')
  words!: string;

  /** Pairs of neighbouring characters of them, and of listed answers behind the path of their question. */
  @Column('text', { array: true })
  pairs!: string[];

  /** Path of a listed question → its answer as search compares it. */
  @Column('jsonb', { default: {} })
  listed!: Readonly<Record<string, string>>;
}
