import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How long a queue was when a worker last looked. */
@Entity('queue_look')
export class QueueLook {
  @PrimaryColumn('text')
  queue!: string;

  @Column('int')
  waiting!: number;

  @Column('int')
  active!: number;

  /** Failed before, and waiting for their next attempt. */
  @Column('int')
  delayed!: number;

  @Column('int')
  dead!: number;

  @Column('timestamptz', { name: 'oldest_at', nullable: true })
  oldestAt!: Date | null;

  @Column('timestamptz', { name: 'looked_at' })
  lookedAt!: Date;
}
