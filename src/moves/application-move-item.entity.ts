import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a move did with one application. */
@Entity('application_move_item')
export class ApplicationMoveItem {
  @PrimaryColumn('uuid', { name: 'move_id' })
  moveId!: string;

  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text')
  outcome!: 'moved' | 'asked' | 'stays' | 'back';

  /** Why it stays, or why it was not taken back. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** Of the application once it had moved. */
  @Column('int', { nullable: true })
  lock!: number | null;

  @Column('int', { name: 'submission_n' })
  submissionN!: number;

  @Column('timestamptz')
  at!: Date;
}
