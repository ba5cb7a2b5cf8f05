import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A job to be queued, committed together with what makes it due. The relay moves it to the queue and deletes it. */
@Entity()
export class Outbox {
  /** Becomes the job's id. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  queue!: string;

  @Column('text')
  name!: string;

  /** Row that the job is about. */
  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
