import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BatchWork } from './batch.dto.js';

export type BatchState = 'open' | 'checking' | 'checked' | 'waiting' | 'running' | 'done' | 'cancelled';

/** Many applications with which one thing is done in an official's name. */
@Entity()
export class Batch {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  state!: BatchState;

  /** Null until it is said. */
  @Column('jsonb', { nullable: true })
  work!: BatchWork | null;

  /** Titles of columns of the table that nothing here asks for. */
  @Column('jsonb', { name: 'unused_columns' })
  unusedColumns!: readonly string[];

  /** Not before this moment. */
  @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
