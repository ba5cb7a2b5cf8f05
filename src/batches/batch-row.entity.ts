import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ListedPoint } from './read-list.js';

/** One application of a batch. */
@Entity('batch_row')
export class BatchRow {
  @PrimaryColumn('uuid', { name: 'batch_id' })
  batchId!: string;

  @PrimaryColumn('int')
  n!: number;

  /** As it was listed. */
  @Column('text')
  number!: string;

  /** Null where there is no such application within reach. */
  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null;

  /** As the official saw it. */
  @Column('int', { nullable: true })
  lock!: number | null;

  /** What is said for this one alone. */
  @Column('jsonb')
  own!: RowsOwn;

  /** What would become of it. */
  @Column('jsonb', { nullable: true })
  forecast!: RowOutcome | null;

  /** What became of it. */
  @Column('jsonb', { nullable: true })
  outcome!: RowOutcome | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;
}

export interface RowsOwn {
  readonly reason?: string;
  readonly publicReason?: string;
  /** What came out for it elsewhere, as the table says it: 当選, 落選 … */
  readonly result?: string;
  /** What this one is to correct, as the lines of the table say it. */
  readonly points?: readonly ListedPoint[];
  /** Answers to the questions of an action, by `columnKey` of the title. */
  readonly cells?: Readonly<Record<string, string>>;
  /** Title of the column in which lines of the same number say different things. */
  readonly differs?: string;
  readonly assigneeId?: string;
  /** The same application stands further up in the list. */
  readonly repeated?: boolean;
}

/** `done`, `failed`, `stopped`, or the code of a refusal with its params. */
export interface RowOutcome {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}
