import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An application whose timer failed when it was due; it is tried again, and the row goes when it has fired. */
@Entity('failed_timer')
export class FailedTimer {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { name: 'last_at' })
  lastAt!: Date;

  @Column('int')
  failures!: number;

  @Column('text')
  failure!: string;
}
