import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A job that failed in its last attempt, until an administrator has said what becomes of it. */
@Entity('dead_job')
export class DeadJob {
  @PrimaryColumn('uuid')
  id!: string;

  /** In its queue. */
  @Column('text', { name: 'job_id' })
  jobId!: string;

  @Column('text')
  queue!: string;

  @Column('text')
  name!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('int')
  attempts!: number;

  @Column('timestamptz', { name: 'failed_at' })
  failedAt!: Date;

  @Column('text')
  failure!: string;

  @Column('text')
  state!: 'open' | 'wanted' | 'again' | 'left';

  @Column('uuid', { name: 'settled_by', nullable: true })
  settledBy!: string | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  /** Why it is left. */
  @Column('text', { nullable: true })
  reason!: string | null;
}
