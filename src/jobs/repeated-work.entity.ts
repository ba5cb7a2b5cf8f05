import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How one kind of repeated work is getting on, over all workers. */
@Entity('repeated_work')
export class RepeatedWorkRecord {
  @PrimaryColumn('text')
  name!: string;

  @Column('int', { name: 'pause_ms' })
  pauseMs!: number;

  @Column('timestamptz', { name: 'last_at' })
  lastAt!: Date;

  @Column('timestamptz', { name: 'ok_at', nullable: true })
  okAt!: Date | null;

  @Column('timestamptz', { name: 'failed_at', nullable: true })
  failedAt!: Date | null;

  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('int')
  failures!: number;
}
